internal import YAML

/// Scalars that say again what another one of a list said before.
enum Repetition {
  /// - Returns: each repeated scalar with the first of its kind.
  static func among(_ nodes: [Node]) -> [(repeated: Node, first: Node)] {
    // Most lists have one entry or two.
    if nodes.count < 2 || nodes.count == 2 && nodes[0].text != nodes[1].text { return [] }
    var first: [KeyBytes: Node] = [:]
    return nodes.compactMap { node in
      guard let text = node.text else { return nil }
      if let other = first[text] { return (node, other) }
      first[text] = node
      return nil
    }
  }
}
