extension Node {
  /// About how many bytes a tree takes, in memory or written out.
  package var weight: Int {
    switch self {
    case .scalar(let scalar): Self.ownWeight + scalar.text.utf8.count
    case .sequence(let sequence): sequence.items.reduce(Self.ownWeight) { $0 + $1.weight }
    case .mapping(let mapping): mapping.weight
    }
  }

  /// What a node takes without its text, with its share of an array that has grown.
  package static let ownWeight = 96
}

extension Mapping {
  package var weight: Int {
    pairs.reduce(Node.ownWeight) { $0 + $1.key.text.utf8.count + $1.value.weight }
  }
}
