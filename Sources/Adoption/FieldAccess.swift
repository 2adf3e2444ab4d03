package import YAML

extension Node {
  /// The value at the end of a path of keys. Setting one makes what is missing on the way; setting `nil` removes it,
  /// and what it leaves empty.
  package subscript(path: [String]) -> Node? {
    get { path.reduce(Optional(self)) { $0?[$1] } }
    set { set(newValue, at: path[...]) }
  }

  private mutating func set(_ value: Node?, at path: ArraySlice<String>) {
    guard let key = path.first, value != nil || self[key] != nil else { return }
    if mapping == nil { self = .mapping(Mapping(at: position)) }
    _ = changeMapping { mapping in
      guard path.count > 1 else {
        mapping[key] = value
        return
      }
      var inner = mapping[key] ?? .mapping(Mapping())
      inner.set(value, at: path.dropFirst())
      mapping[key] = value == nil && inner.mapping?.isEmpty == true ? nil : inner
    }
  }
}

extension Node {
  /// The number that a scalar spells, where it is one that can be counted on with: no larger than Kubernetes' own.
  var number: Int? { text.flatMap { Int32($0) }.map(Int.init) }
}

extension Mapping {
  subscript(path: [String]) -> Node? { Node.mapping(self)[path] }

  /// Whether every pair of the other is here with the same value.
  func holds(_ other: Mapping) -> Bool {
    other.pairs.allSatisfy { pair in self[pair.key.text]?.sameData(as: pair.value) == true }
  }

  /// Without the pairs that the other has with the same value.
  func without(_ other: Mapping) -> Mapping {
    Mapping(pairs.filter { other[$0.key.text]?.sameData(as: $0.value) != true }, at: position)
  }

  /// Nothing, where there is nothing in it.
  var known: Node? { isEmpty ? nil : .mapping(self) }
}

extension [Mapping] {
  /// The pairs that all have with one value.
  var common: Mapping {
    guard let first else { return Mapping() }
    return Mapping(
      first.pairs.filter { pair in
        dropFirst().allSatisfy { $0[pair.key.text]?.sameData(as: pair.value) == true }
      })
  }
}
