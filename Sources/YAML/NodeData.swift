/// A tree that is equal to another when both hold the same data, to look it up by.
package struct NodeData: Hashable, Sendable {
  package let node: Node

  package init(node: Node) {
    self.node = node
  }

  package static func == (a: NodeData, b: NodeData) -> Bool { a.node.sameData(as: b.node) }

  package func hash(into hasher: inout Hasher) {
    switch node {
    case .scalar(let scalar):
      hasher.combine(scalar.kind)
      switch scalar.kind {
      case .null: break
      case .bool: hasher.combine(scalar.isTrue)
      default: hasher.combine(KeyBytes(text: scalar.text))
      }
    case .sequence(let sequence):
      hasher.combine(sequence.items.count)
      for item in sequence.items { NodeData(node: item).hash(into: &hasher) }
    case .mapping(let mapping):
      // In whatever order the keys stand.
      hasher.combine(
        mapping.pairs.reduce(0) { sum, pair in
          var inner = Hasher()
          inner.combine(KeyBytes(text: pair.key.text))
          NodeData(node: pair.value).hash(into: &inner)
          return sum ^ inner.finalize()
        })
    }
  }
}
