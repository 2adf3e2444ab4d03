import Diagnostics

extension Composition {
  /// Takes the keys and values of the mapping that just ended off the stack.
  mutating func takePairs(of mapping: OpenCollection) -> [Mapping.Pair] {
    var rejected: [Node] = []
    let pairs = nodes.popPairs(from: mapping.start) { rejected.append($0) }
    for key in rejected { fault(.nonScalarKey(key, in: mapping.position)) }
    return pairs
  }

  /// Replaces `<<` by the pairs of its mappings: a key of the mapping itself wins, then the first one listed.
  mutating func merge(into pairs: inout [Mapping.Pair]) {
    guard let index = pairs.firstIndex(where: { $0.key.text == "<<" }) else { return }
    let merge = pairs.remove(at: index)
    var keys = Set(pairs.map { KeyBytes(text: $0.key.text) })
    for source in merge.value.items ?? [merge.value] {
      guard case .mapping(let mapping) = source else {
        fault(.mergeOfNoMapping(source, key: merge.key))
        continue
      }
      pairs += mapping.pairs.filter { keys.insert(KeyBytes(text: $0.key.text)).inserted }
    }
  }
}

// MARK: - Duplicates

extension Composition {
  /// Reports keys that are given several times; where the last one counts, drops the others.
  mutating func settleDuplicates(in pairs: inout [Mapping.Pair]) {
    let superseded = pairs.count > Self.linear ? duplicatesByHash(in: pairs) : duplicatesByScan(in: pairs)
    guard limits.lastKeyWins, !superseded.isEmpty else { return }
    for index in superseded.sorted().reversed() { pairs.remove(at: index) }
  }

  /// As many keys as are compared each with each other: for so few, hashing takes longer.
  private static let linear = 24

  private mutating func duplicatesByScan(in pairs: [Mapping.Pair]) -> [Int] {
    var superseded: [Int] = []
    for (index, pair) in pairs.enumerated() {
      guard let first = pairs[..<index].lastIndex(where: { sameBytes($0.key.text, pair.key.text) }) else { continue }
      report(pair.key, first: pairs[first].key)
      superseded.append(first)
    }
    return superseded
  }

  private mutating func duplicatesByHash(in pairs: [Mapping.Pair]) -> [Int] {
    var superseded: [Int] = []
    var places: [KeyBytes: Int] = [:]
    places.reserveCapacity(pairs.count)
    for (index, pair) in pairs.enumerated() {
      guard let first = places.updateValue(index, forKey: KeyBytes(text: pair.key.text)) else { continue }
      report(pair.key, first: pairs[first].key)
      superseded.append(first)
    }
    return superseded
  }

  private mutating func report(_ key: Scalar, first: Scalar) {
    let message = Diagnostic.duplicateKey(key, first: first, lastWins: limits.lastKeyWins)
    if limits.lastKeyWins { report.add(message) } else { fault(message) }
  }
}

/// A key that is equal to another when their bytes are.
private struct KeyBytes: Hashable {
  let text: String

  static func == (a: KeyBytes, b: KeyBytes) -> Bool { sameBytes(a.text, b.text) }

  func hash(into hasher: inout Hasher) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }
}
