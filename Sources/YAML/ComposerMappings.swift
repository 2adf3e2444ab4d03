import Diagnostics

extension Composition {
  /// Takes the keys and values of the mapping that just ended off the stack.
  mutating func takePairs(of mapping: OpenCollection) -> [Mapping.Pair] {
    var rejected: [Node] = []
    let pairs = nodes.popPairs(from: mapping.start) { rejected.append($0) }
    for key in rejected.prefix(limits.mistakes) { fault(.nonScalarKey(key, in: mapping.position)) }
    return pairs
  }

  /// Replaces `<<` by the pairs of its mappings: a key of the mapping itself wins, then the first one listed.
  mutating func merge(into pairs: inout [Mapping.Pair]) {
    guard let index = pairs.firstIndex(where: { $0.key.text == "<<" }) else { return }
    let merge = pairs.remove(at: index)
    var keys = Set(pairs.map { identity(of: $0.key) })
    for source in merge.value.items ?? [merge.value] {
      guard case .mapping(let mapping) = source else {
        return fault(.mergeOfNoMapping(source, key: merge.key))
      }
      pairs += mapping.pairs.filter { keys.insert(identity(of: $0.key)).inserted }
    }
  }
}

// MARK: - Duplicates

extension Scalar {
  fileprivate var isTyped: Bool { kind != .string }
}

/// What tells a key from the others of its mapping.
private struct KeyIdentity: Hashable {
  let text: KeyBytes
  var kind = Scalar.Kind.string
}

extension Composition {
  /// In a BOSH manifest `1` and `0x1` are one key, and `"1"` is another.
  private func identity(of key: Scalar) -> KeyIdentity {
    guard dialect == .bosh, key.isTyped else { return KeyIdentity(text: KeyBytes(text: key.text)) }
    var emitter = Emitter(dialect: dialect)
    emitter.emit(document: .scalar(key))
    return KeyIdentity(text: KeyBytes(text: String(decoding: emitter.bytes, as: UTF8.self)), kind: key.kind)
  }
}

extension Composition {
  /// Reports keys that are given twice; of those that may be, the last is left, in the place of the first.
  mutating func settleDuplicates(in pairs: inout [Mapping.Pair]) {
    let isCompared =
      pairs.count <= Self.linear && (dialect == .kustomize || !pairs.contains(where: \.key.isTyped))
    let duplicates = isCompared ? duplicates(in: pairs) : duplicatesByHash(in: pairs)
    guard !duplicates.isEmpty else { return }
    for (index, first) in duplicates.prefix(limits.mistakes) {
      let mistake = Diagnostic.duplicateKey(pairs[index].key, first: pairs[first].key)
      duplicateKeys == .error ? fault(mistake) : report.add(.lastOneCounts(mistake))
    }
    for (index, first) in duplicates { pairs[first].value = pairs[index].value }
    let dropped = Set(duplicates.map(\.index))
    pairs = pairs.indices.filter { !dropped.contains($0) }.map { pairs[$0] }
  }

  /// As many keys as are compared each with each other: for so few, hashing takes longer.
  private static let linear = 24

  private func duplicates(in pairs: [Mapping.Pair]) -> [(index: Int, first: Int)] {
    var duplicates: [(index: Int, first: Int)] = []
    // By index: a pair in a variable is a copy, and counting its references takes longer than comparing.
    for index in pairs.indices {
      for first in 0..<index where sameBytes(pairs[first].key.text, pairs[index].key.text) {
        duplicates.append((index, first))
        break
      }
    }
    return duplicates
  }

  private func duplicatesByHash(in pairs: [Mapping.Pair]) -> [(index: Int, first: Int)] {
    var duplicates: [(index: Int, first: Int)] = []
    var firsts: [KeyIdentity: Int] = [:]
    firsts.reserveCapacity(pairs.count)
    for index in pairs.indices {
      let key = identity(of: pairs[index].key)
      let first = firsts[key, default: index]
      if first == index {
        firsts[key] = index
      } else {
        duplicates.append((index, first))
      }
    }
    return duplicates
  }
}
