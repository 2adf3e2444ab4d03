package import YAML

/// One step of the way to a value: a key of a mapping, or an item of a list.
package enum Step: Sendable, Equatable {
  case key(String)
  case item(Int)
}

extension Node {
  /// The value at the end of a way.
  package func at(_ path: [Step]) -> Node? {
    var node = self
    for step in path {
      switch step {
      case .key(let key):
        guard let next = node[key] else { return nil }
        node = next
      case .item(let index):
        guard let items = node.items, items.indices.contains(index) else { return nil }
        node = items[index]
      }
    }
    return node
  }

  /// Changes the value at the end of a way; what is not there is left alone.
  mutating func change(at path: ArraySlice<Step>, _ body: (inout Node) -> Void) {
    guard let step = path.first else { return body(&self) }
    switch step {
    case .key(let key):
      _ = changeMapping { mapping in
        guard let index = mapping.index(of: key) else { return }
        mapping.pairs[index].value.change(at: path.dropFirst(), body)
      }
    case .item(let index):
      _ = changeSequence { sequence in
        guard sequence.items.indices.contains(index) else { return }
        sequence.items[index].change(at: path.dropFirst(), body)
      }
    }
  }
}
