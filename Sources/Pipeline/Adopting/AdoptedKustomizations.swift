internal import Adoption
internal import Changes
internal import Diagnostics
internal import Machine
internal import Resources
internal import YAML

/// A tree of kustomizations in which one base with groups stands in the place of those that were copied.
struct AdoptedKustomizations {
  let sources: AdoptedSources
  private(set) var files: [AdoptedFile] = []
  private(set) var proofs: [AdoptionProof] = []
  /// Why the base makes objects of its groups before the overlays see them, if it does.
  private(set) var reasonToExpand: String?

  private let bases: CopiedBases
  private let zones: TakenZones
  private let options: Build.Options
  private let read: SourceFiles

  /// - Returns: `nil` after a report.
  init?(
    _ root: String, _ adoption: Adoption.Options, _ options: Build.Options, _ read: SourceFiles,
    _ report: Report
  ) {
    guard let tree = KustomizationTree(root, read, report),
      let bases = CopiedBases(tree, adoption, options, read, report),
      let sources = Adoption(of: bases.set, adoption, report).sources()
    else { return nil }
    (self.bases, self.sources, self.options, self.read) = (bases, sources, options, read)
    zones = TakenZones(bases, sources)
    guard let running = Self.sets(of: tree, options, read, report) else { return nil }
    // Overlays that patch StatefulSets by name need them to be there; others had better see the group.
    files = files(expandingEarly: false)
    guard var refusal = prove(running, report) else { return }
    // Where objects are made early, an overlay can't leave zones out any more.
    if !zones.areSome(in: tree) {
      reasonToExpand = refusal
      files = files(expandingEarly: true)
      guard let other = prove(running, report) else { return }
      refusal = other
    }
    report.error(
      "overlay-not-kept", refusal, at: read.place(of: root),
      hint: "adopt what the overlays are built to, one by one")
    return nil
  }

  /// What every overlay is built to.
  private static func sets(
    of tree: KustomizationTree, _ options: Build.Options, _ read: SourceFiles, _ report: Report
  ) -> [(path: String, set: ResourceSet)]? {
    let sets = tree.tops.compactMap { top -> (path: String, set: ResourceSet)? in
      let place = FilePath.join(tree.root, top.path)
      return Build(options: options).set(of: place, shown: place, read, report).map { (top.path, $0) }
    }
    guard sets.allSatisfy({ NamedPods.areFew(in: $0.set, report) }) else { return nil }
    return report.hasErrors ? nil : sets
  }

  /// - Returns: why an overlay is not what it was; `nil` when all are.
  private mutating func prove(_ running: [(path: String, set: ResourceSet)], _ report: Report) -> String? {
    guard let written = WrittenTree(files, report) else { return "nothing could be written" }
    defer { written.close() }
    proofs = []
    for (path, set) in running {
      switch written.set(of: path, shown: path, options) {
      case .success(let built):
        let proof = AdoptionProof(path, running: set, built: built)
        if let difference = proof.difference {
          return "the overlay \"\(path)\" would not come out as it was: \(difference)"
        }
        proofs.append(proof)
      case .failure(let refusal):
        return "the overlay \"\(path)\" can't be built with a group: \(refusal.reason)"
      }
    }
    return nil
  }

  // MARK: The new tree

  private func files(expandingEarly: Bool) -> [AdoptedFile] {
    let tree = bases.tree
    let removed = Set(texts: bases.paths)
    let kept = tree.needed(by: tree.tops, without: removed)
    let gone = Set(texts: tree.entries.map(\.path)).subtracting(kept)
    var files = tree.files.filter { file in !Self.directories(above: file.path).contains { gone.contains($0) }
    }
    let base = basePath(beside: files)
    let comments = SourceComments(read)
    var changed: [KeyBytes: [UInt8]] = [:]
    for entry in tree.entries where kept.contains(entry.path) {
      guard entry.references.contains(where: { removed.contains($0.path) }) else { continue }
      let node = renamed(entry, removed, to: Self.path(from: entry.path, to: base))
      changed[FilePath.join(entry.path, entry.file)] = comments.write(node, readAt: [node.position])
    }
    files = files.map { ($0.path, changed[$0.path] ?? $0.bytes) }
    for file in AdoptedFiles(sources, read).files {
      let isList = file.path == "kustomization.yaml" && expandingEarly
      files.append(
        (FilePath.join(base, file.path), isList ? file.bytes + Array(Self.expansion.utf8) : file.bytes))
    }
    return files
  }

  private static let expansion = """
    # So that the overlays see StatefulSets, not groups.
    transformers:
    - |-
      apiVersion: zonal/v1alpha1
      kind: ExpandTransformer
      metadata:
        name: expand

    """

  private static func directories(above path: String) -> [String] {
    let parts = FilePath.parts(path).dropLast()
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  /// Beside the copies, where nothing else is.
  private func basePath(beside files: [AdoptedFile]) -> String {
    let above = FilePath.directory(of: bases.paths[0])
    let taken = Set(texts: files.flatMap { [$0.path] + Self.directories(above: $0.path) })
    var path = FilePath.join(above, "base")
    var number = 2
    while taken.contains(path) {
      path = FilePath.join(above, "base-\(number)")
      number += 1
    }
    return path
  }

  /// The kustomization with the base in the place of the first of the copies.
  private func renamed(_ entry: KustomizationTree.Entry, _ removed: Set<KeyBytes>, to base: String) -> Node {
    var node = entry.node
    var isPlaced = false
    for field in KustomizationTree.fields {
      guard let items = node[field]?.items else { continue }
      var left: [Node] = []
      for item in items {
        let isCopy = item.text.map { removed.contains(FilePath.join(entry.path, $0)) } ?? false
        guard isCopy else {
          left.append(item)
          continue
        }
        if !isPlaced, field != "components" {
          left.append(.string(base, at: item.position))
          isPlaced = true
        }
      }
      _ = node.changeMapping { $0[field] = left.isEmpty ? nil : .sequence(left) }
    }
    let patches = zones.patches(of: entry)
    _ = node.changeMapping { mapping in
      let others = mapping["resources"]?.items ?? []
      if !isPlaced { mapping["resources"] = .sequence([.string(base)] + others) }
      if patches.isEmpty { return }
      // Before the overlay's own, which are about the zones that it has.
      mapping["patches"] = .sequence(patches + (mapping["patches"]?.items ?? []))
    }
    return node
  }

  private static func path(from: String, to: String) -> String {
    let (from, to) = (FilePath.parts(from).filter { $0 != "." }, FilePath.parts(to).filter { $0 != "." })
    let shared = zip(from, to).prefix { $0 == $1 }.count
    return (from.dropFirst(shared).map { _ in ".." } + to.dropFirst(shared).map(String.init)).joined(
      separator: "/")
  }
}
