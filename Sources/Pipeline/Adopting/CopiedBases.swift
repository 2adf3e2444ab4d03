internal import Adoption
internal import Diagnostics
internal import Machine
internal import Resources
internal import YAML

/// The bases or components of a tree that are copies of one another for zones.
struct CopiedBases {
  let tree: KustomizationTree
  /// The directories, in the order in which they are named.
  private(set) var paths: [String] = []
  /// What they are built to.
  private(set) var set = ResourceSet()
  /// Of which of them each object of the set is.
  private(set) var owners: [String] = []

  private let options: Build.Options
  private let read: SourceFiles
  private let report: Report

  /// - Returns: `nil` after a report.
  init?(
    _ tree: KustomizationTree, _ adoption: Adoption.Options, _ options: Build.Options, _ read: SourceFiles,
    _ report: Report
  ) {
    (self.tree, self.options, self.read, self.report) = (tree, options, read, report)
    let candidates = candidates
    var owners: [Int] = []
    for (index, candidate) in candidates.enumerated() {
      guard let part = build(candidate) else { return nil }
      set.resources += part.resources
      owners += part.resources.map { _ in index }
    }
    guard SetChecks.areDistinct(set) else {
      refuse(
        "bases-overlap", "the directories that \"\(tree.root)\" combines hold the same objects",
        "name the bases one by one, as inputs")
      return nil
    }
    let zoned = Adoption(of: set, adoption, report).zonedFamilies
    let copied = Set(zoned.joined().map { owners[$0] })
    guard copied.count > 1 else {
      refuse(
        "no-copied-bases", "no bases or components of \"\(tree.root)\" are copies of one another for zones",
        "name their StatefulSets with --group, or adopt what they are built to")
      return nil
    }
    paths = candidates.indices.filter(copied.contains).map { candidates[$0] }
    let kept = zip(set.resources, owners).filter { copied.contains($0.1) }
    set.resources = kept.map(\.0)
    self.owners = kept.map { candidates[$0.1] }
    guard areWithoutGenerators else { return nil }
  }

  /// The directories that some kustomization names beside others.
  private var candidates: [String] {
    var seen: Set<KeyBytes> = []
    return tree.entries.filter { $0.references.count > 1 }.flatMap(\.references).map(\.path)
      .filter { seen.insert($0) }
  }

  private func build(_ path: String) -> ResourceSet? {
    let place = FilePath.join(tree.root, path)
    guard tree.entry(path)?.node["kind"]?.text == "Component" else {
      return Build(options: options).set(of: place, shown: FilePath.normalized(place), read, report)
    }
    // A component is built only by who names it.
    let list = Node.mapping(["components": .sequence([.string("../" + path)])])
    let probe: AdoptedFile = ("zonal-adopt/kustomization.yaml", Array(list.yaml.utf8))
    guard let written = WrittenTree(tree.files + [probe], report) else { return nil }
    defer { written.close() }
    switch written.set(of: "zonal-adopt", shown: FilePath.normalized(place), options) {
    case .success(let set): return set
    case .failure(let refusal):
      refuse(
        "component-alone", "the component \"\(path)\" can't be built by itself: \(refusal.reason)",
        "make it a base")
      return nil
    }
  }

  // MARK: What is not possible

  private var areWithoutGenerators: Bool {
    for path in paths {
      guard let node = tree.entry(path)?.node,
        let field = KustomizationTree.generators.first(where: { node[$0] != nil })
      else { continue }
      refuse(
        "generator-in-a-copy", "the copied base \"\(path)\" has \(field), whose sources would be left behind",
        "move it to a base of its own", at: node[field]?.position)
      return false
    }
    return true
  }

  private func refuse(_ id: String, _ summary: String, _ hint: String, at position: Position? = nil) {
    report.error(id, summary, at: position ?? read.place(of: tree.root), hint: hint)
  }
}
