internal import YAML

/// The operations of a JSON patch that make one object of another.
struct OperationDifference {
  private(set) var operations: [Node] = []
  private var path: [String] = []

  /// - Returns: an exact list of operations, one for each place that differs.
  static func operations(from old: Node, to new: Node) -> [Node] {
    var difference = OperationDifference()
    difference.compare(old, new)
    return difference.operations
  }

  private mutating func compare(_ old: Node, _ new: Node) {
    if old.sameData(as: new) { return }
    switch (old, new) {
    case (.mapping(let old), .mapping(let new)): compare(old, new)
    case (.sequence(let old), .sequence(let new)) where old.items.count <= new.items.count:
      compare(old.items, new.items)
    default: note("replace", new)
    }
  }

  private mutating func compare(_ old: Mapping, _ new: Mapping) {
    let kept = KeyPlaces(new, lookups: old.pairs.count)
    for pair in old.pairs where kept.index(of: pair.key.text, in: new) == nil {
      at(pair.key.text) { $0.note("remove", nil) }
    }
    let places = KeyPlaces(old, lookups: new.pairs.count)
    for pair in new.pairs {
      let before = places.index(of: pair.key.text, in: old).map { old.pairs[$0].value }
      at(pair.key.text) { walk in
        if let before { walk.compare(before, pair.value) } else { walk.note("add", pair.value) }
      }
    }
  }

  /// Of a list that grew, what is new is taken to be behind the first difference.
  private mutating func compare(_ old: [Node], _ new: [Node]) {
    let added = new.count - old.count
    let start = zip(old, new).prefix { $0.sameData(as: $1) }.count
    let isInsertion =
      added > 0 && zip(old[start...], new[(start + added)...]).allSatisfy { $0.sameData(as: $1) }
    if isInsertion {
      for index in start..<(start + added) { at(String(index)) { $0.note("add", new[index]) } }
    } else if added == 0 {
      for index in old.indices { at(String(index)) { $0.compare(old[index], new[index]) } }
    } else {
      note("replace", .sequence(new))
    }
  }

  private mutating func at(_ key: String, _ body: (inout OperationDifference) -> Void) {
    path.append(key.replacing("~", with: "~0").replacing("/", with: "~1"))
    body(&self)
    path.removeLast()
  }

  private mutating func note(_ operation: String, _ value: Node?) {
    let pointer = path.map { "/" + $0 }.joined()
    operations.append(.mapping(["op": .string(operation), "path": .string(pointer), "value": value]))
  }
}
