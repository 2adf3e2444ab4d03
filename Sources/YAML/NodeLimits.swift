/// How large an object can become in a build.
package enum NodeLimits {
  /// Levels within each other: what was read, put at the end of a path of as many fields.
  package static let depth = 2 * pathLength
  /// Fields of one path.
  package static let pathLength = 256
  /// As many as aliases of a file may unfold to.
  package static let nodes = 1_000_000
}

/// How many levels and nodes a tree has.
package struct NodeExtent: Sendable, Equatable {
  package var depth = 0
  package var nodes = 0

  package init() {}

  /// Of a tree with one more below some of its nodes.
  package mutating func add(_ other: NodeExtent, below depth: Int) {
    self.depth = max(self.depth, depth + other.depth)
    nodes += other.nodes
  }

  /// Whether an object can have as many: a value that is put into a copy of itself, again and again, has more.
  package var fits: Bool { depth <= NodeLimits.depth && nodes <= NodeLimits.nodes }
}

extension Node {
  /// As far as it can matter: what is too large is not counted to its end.
  package var extent: NodeExtent {
    var extent = NodeExtent()
    count(at: 1, &extent)
    return extent
  }

  package var isTooLarge: Bool { !extent.fits }

  private func count(at depth: Int, _ extent: inout NodeExtent) {
    extent.nodes += 1
    extent.depth = max(extent.depth, depth)
    guard extent.fits else { return }
    switch self {
    case .scalar: return
    case .sequence(let sequence):
      for item in sequence.items where extent.fits { item.count(at: depth + 1, &extent) }
    case .mapping(let mapping):
      for pair in mapping.pairs where extent.fits { pair.value.count(at: depth + 1, &extent) }
    }
  }
}
