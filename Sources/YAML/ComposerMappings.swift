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
  mutating func reportDuplicates(in pairs: [Mapping.Pair]) {
    if pairs.count > Self.linear { return reportDuplicatesByHash(in: pairs) }
    // By index: a pair in a variable is a copy, and counting its references takes longer than comparing.
    for index in pairs.indices {
      for earlier in 0..<index where sameBytes(pairs[earlier].key.text, pairs[index].key.text) {
        fault(.duplicateKey(pairs[index].key, first: pairs[earlier].key))
        break
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
    if isDone == nil {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }
}
