internal import Resources
internal import YAML

/// Many field paths of one kind as a tree, so that one walk over an object finds all of its references.
struct ReferenceTree: Sendable {
  /// What stands at the end of a path.
  struct End: Sendable {
    /// Index of the referred kind.
    var target: Int
    var isRoleReference: Bool
  }

  private(set) var children: [(name: String, tree: ReferenceTree)] = []
  private(set) var ends: [End] = []

  init() {}

  /// The fields of a kind that hold references.
  init(_ references: [NameReference], of gvk: GroupVersionKind) {
    for (target, reference) in references.enumerated() {
      for field in reference.fields where field.filter.matches(gvk) { insert(field.path, target: target) }
    }
  }

  private mutating func insert(_ path: FieldPath, target: Int) {
    let isRoleReference = path.text.hasSuffix("roleRef/name")
    insert(path.segments[...], End(target: target, isRoleReference: isRoleReference))
  }

  private mutating func insert(_ segments: ArraySlice<FieldPath.Segment>, _ end: End) {
    guard let segment = segments.first else {
      ends.append(end)
      return
    }
    if let index = children.firstIndex(where: { sameBytes($0.name, segment.name) }) {
      children[index].tree.insert(segments.dropFirst(), end)
    } else {
      var tree = ReferenceTree()
      tree.insert(segments.dropFirst(), end)
      children.append((segment.name, tree))
    }
  }

  var isEmpty: Bool { children.isEmpty && ends.isEmpty }

  /// Calls `change` on every node that a path ends at.
  ///
  /// - Parameter kind: what stands beside it under `kind`.
  func visit(_ node: inout Node, of kind: String? = nil, _ change: (inout Node, [End], String?) -> Void) {
    if !ends.isEmpty { change(&node, ends, kind) }
    guard !children.isEmpty else { return }
    switch node {
    case .scalar: return
    case .sequence:
      _ = node.changeSequence { sequence in
        for index in sequence.items.indices { visitChildren(&sequence.items[index], change) }
      }
    case .mapping: visitChildren(&node, change)
    }
  }

  private func visitChildren(_ node: inout Node, _ change: (inout Node, [End], String?) -> Void) {
    if case .sequence = node { return visit(&node, change) }
    _ = node.changeMapping { mapping in
      for child in children {
        guard let index = mapping.index(of: child.name) else { continue }
        let kind = child.tree.ends.count > 1 ? mapping["kind"]?.text : nil
        child.tree.visit(&mapping.pairs[index].value, of: kind, change)
      }
    }
  }
}
