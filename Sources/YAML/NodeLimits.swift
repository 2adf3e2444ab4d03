/// How large an object can become in a build.
package enum NodeLimits {
  /// Levels within each other: what was read, put at the end of a path of as many fields.
  package static let depth = 2 * pathLength
  /// Fields of one path.
  package static let pathLength = 256
  /// As many as aliases of a file may unfold to.
  package static let nodes = 1_000_000
}

extension Node {
  /// Whether it has more levels or nodes than an object can have: a value that is put into a copy of itself, again and
  /// again, has.
  package var isTooLarge: Bool {
    var left = NodeLimits.nodes
    return exceeds(depth: NodeLimits.depth, nodes: &left)
  }

  private func exceeds(depth: Int, nodes: inout Int) -> Bool {
    nodes -= 1
    guard depth > 0, nodes >= 0 else { return true }
    switch self {
    case .scalar: return false
    case .sequence(let sequence):
      for item in sequence.items where item.exceeds(depth: depth - 1, nodes: &nodes) { return true }
    case .mapping(let mapping):
      for pair in mapping.pairs where pair.value.exceeds(depth: depth - 1, nodes: &nodes) { return true }
    }
    return false
  }
}
