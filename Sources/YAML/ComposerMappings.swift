import Diagnostics

extension Composition {
  /// Takes the keys and values of the mapping that just ended off the stack.
  mutating func takePairs(from start: Int) -> [Mapping.Pair] {
    var pairs: [Mapping.Pair] = []
    pairs.reserveCapacity((nodes.count - start) / 2)
    for index in stride(from: start, to: nodes.count - 1, by: 2) {
      if case .scalar(let key) = nodes[index] {
        pairs.append(.init(key: key, value: nodes[index + 1]))
      } else {
        fault(.nonScalarKey(nodes[index]))
      }
    }
    nodes.removeLast(nodes.count - start)
    return pairs
  }

  /// Replaces `<<` by the pairs of its mappings: a key of the mapping itself wins, then the first one listed.
  mutating func merge(into pairs: inout [Mapping.Pair]) {
    guard let index = pairs.firstIndex(where: { $0.key.text == "<<" }) else { return }
    let sources = pairs.remove(at: index).value
    var keys = Set(pairs.map { KeyBytes(text: $0.key.text) })
    for source in sources.items ?? [sources] {
      guard case .mapping(let mapping) = source else {
        fault(.mergeOfNoMapping(source))
        continue
      }
      pairs += mapping.pairs.filter { keys.insert(KeyBytes(text: $0.key.text)).inserted }
    }
  }
}

// MARK: - Duplicates

extension Composition {
  mutating func reportDuplicates(in pairs: [Mapping.Pair]) {
    if pairs.count > Self.linear { return reportDuplicatesByHash(in: pairs) }
    for (index, pair) in pairs.enumerated() {
      if let first = pairs[..<index].first(where: { sameBytes($0.key.text, pair.key.text) }) {
        fault(.duplicateKey(pair.key, first: first.key))
      }
    }
  }

  /// As many keys as are compared each with each other: for so few, hashing takes longer.
  private static let linear = 24

  private mutating func reportDuplicatesByHash(in pairs: [Mapping.Pair]) {
    var firsts: [KeyBytes: Scalar] = [:]
    firsts.reserveCapacity(pairs.count)
    for pair in pairs {
      let key = KeyBytes(text: pair.key.text)
      if let first = firsts[key] {
        fault(.duplicateKey(pair.key, first: first))
      } else {
        firsts[key] = pair.key
      }
    }
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
    if isDone == nil { text.utf8.forEach { hasher.combine($0) } }
  }
}
