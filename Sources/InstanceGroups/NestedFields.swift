import YAML

// Changing what lies deep inside a tree that a user wrote: missing parts are made, parts of the wrong kind
// are reported with their path and left alone.

extension Mapping {
  /// Changes the mapping under a key, making it when it is missing.
  mutating func edit(_ key: String, _ reader: Reader, _ change: (inout Mapping, Reader) -> Void) {
    let inner = reader.field(key)
    let slot = slot(of: key, otherwise: .mapping(Mapping()))
    let done: Void? = pairs[slot].value.changeMapping { change(&$0, inner) }
    if done == nil { inner.mismatch(pairs[slot].value, expected: "a mapping") }
  }

  /// Changes the sequence under a key, making it when it is missing.
  mutating func editSequence(_ key: String, _ reader: Reader, _ change: (inout Sequence, Reader) -> Void) {
    let inner = reader.field(key)
    let slot = slot(of: key, otherwise: .sequence(Sequence()))
    let done: Void? = pairs[slot].value.changeSequence { change(&$0, inner) }
    if done == nil { inner.mismatch(pairs[slot].value, expected: "a sequence") }
  }

  /// Changes the mapping under a key that is there.
  mutating func change(_ key: String, _ change: (inout Mapping) -> Void) {
    guard let slot = index(of: key) else { return }
    _ = pairs[slot].value.changeMapping(change)
  }

  /// Changes the sequence under a key that is there.
  mutating func changeSequence(_ key: String, _ change: (inout Sequence) -> Void) {
    guard let slot = index(of: key) else { return }
    _ = pairs[slot].value.changeSequence(change)
  }

  /// Sets every pair of another mapping; its values win.
  mutating func merge(_ other: Mapping) {
    set(other.pairs)
  }

  /// Merges another mapping into this one: mappings field by field, everything else as a whole.
  mutating func mergeDeeply(_ other: Mapping) {
    for pair in other.pairs {
      guard let slot = index(of: pair.key.text), let inner = pair.value.mapping,
        pairs[slot].value.changeMapping({ $0.mergeDeeply(inner) }) != nil
      else {
        self[pair.key.text] = pair.value
        continue
      }
    }
  }

  func merging(_ other: Mapping) -> Mapping {
    var merged = self
    merged.merge(other)
    return merged
  }

  private mutating func slot(of key: String, otherwise initial: Node) -> Int {
    guard let slot = index(of: key) else {
      pairs.append(Pair(key: Scalar(key), value: initial))
      return pairs.count - 1
    }
    if pairs[slot].value.isNull { pairs[slot].value = initial }
    return slot
  }
}

extension Sequence {
  /// Changes every item that is a mapping; reports the others.
  mutating func editItems(_ reader: Reader, _ change: (inout Mapping, Reader) -> Void) {
    for index in items.indices {
      let inner = reader.item(index)
      let done: Void? = items[index].changeMapping { change(&$0, inner) }
      if done == nil { inner.mismatch(items[index], expected: "a mapping") }
    }
  }
}

extension Node {
  /// The fields at the end of a path of keys; sequences on the way fan out.
  func fields(at path: [String]) -> [Mapping.Pair] { fields(at: path[...]) }

  private func fields(at path: ArraySlice<String>) -> [Mapping.Pair] {
    switch self {
    case .scalar: []
    case .sequence(let sequence): sequence.items.flatMap { $0.fields(at: path) }
    case .mapping(let mapping):
      if let name = path.first, let slot = mapping.index(of: name) {
        path.count == 1 ? [mapping.pairs[slot]] : mapping.pairs[slot].value.fields(at: path.dropFirst())
      } else {
        []
      }
    }
  }
}
