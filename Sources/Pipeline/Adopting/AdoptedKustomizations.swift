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
    guard let running = Self.sets(of: tree, options, read, report) else { return nil }
    // Overlays that patch StatefulSets by name need them to be there; others had better see the group.
    for isEarly in [false, true] {
      files = files(expandingEarly: isEarly)
      guard let refusal = prove(running, report) else { return }
      if !isEarly {
        reasonToExpand = refusal
      } else {
        report.error(
          "overlay-not-kept", refusal, at: read.place(of: root),
          hint: "adopt what the overlays are built to, one by one")
        return nil
      }
    }
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
    defer { written.remove() }
    proofs = []
    for (path, set) in running {
      switch written.set(of: path, shown: path, options) {
      case .success(let built):
        let proof = AdoptionProof(path, running: set, built: built)
        guard proof.isExact else { return "the overlay \"\(path)\" would change what runs" }
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
    let removed = Set(bases.paths)
    let kept = tree.tops.reduce(into: Set<String>()) {
      $0.formUnion(tree.needed(by: $1.path, without: removed))
    }
    let gone = tree.entries.map(\.path).filter { !kept.contains($0) }
    let base = basePath(gone)
    let comments = SourceComments(read)
    var files = tree.files.filter { file in !gone.contains { file.path.hasPrefix($0 + "/") } }
    for entry in tree.entries where kept.contains(entry.path) {
      guard entry.references.contains(where: { removed.contains($0.path) }) else { continue }
      let path = FilePath.join(entry.path, entry.file)
      let node = renamed(entry, removed, to: Self.path(from: entry.path, to: base))
      files = files.map { $0.path == path ? (path, comments.write(node, readAt: node.position)) : $0 }
    }
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

  /// Beside the copies, where nothing else is.
  private func basePath(_ gone: [String]) -> String {
    let above = FilePath.directory(of: bases.paths[0])
    var name = "base"
    var number = 2
    let taken = { (path: String) in
      bases.tree.entries.contains { $0.path == path && !gone.contains(path) }
    }
    while taken(FilePath.join(above, name)) {
      name = "base-\(number)"
      number += 1
    }
    return FilePath.join(above, name)
  }

  /// The kustomization with the base in the place of the first of the copies.
  private func renamed(_ entry: KustomizationTree.Entry, _ removed: Set<String>, to base: String) -> Node {
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
    if !isPlaced {
      let others = node["resources"]?.items ?? []
      _ = node.changeMapping { $0["resources"] = .sequence([.string(base)] + others) }
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
