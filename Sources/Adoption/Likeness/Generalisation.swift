internal import YAML

/// Makes one tree of those of all zones: what differs becomes a placeholder, or is what most of them have.
struct Generalisation {
  private let zones: [ZoneWords]
  /// How many values all zones have, or differ in the zone alone.
  private(set) var shared = 0
  /// How many were settled by what most zones have.
  private(set) var settled = 0

  init(_ zones: [ZoneWords]) {
    self.zones = zones
  }

  /// A tree, and the zone that it is of.
  private typealias Part = (zone: Int, node: Node)

  /// - Parameter nodes: one for each zone.
  mutating func merged(_ nodes: [Node]) -> Node {
    merge(nodes.enumerated().map { ($0.offset, $0.element) })
  }

  private mutating func merge(_ parts: [Part]) -> Node {
    let first = parts[0].node
    if parts.dropFirst().allSatisfy({ $0.node.sameData(as: first) }) {
      shared += first.leafCount
      return first
    }
    if parts.allSatisfy({ $0.node.mapping != nil }) { return merge(mappings: parts) }
    if parts.allSatisfy({ $0.node.items != nil }) { return merge(sequences: parts) }
    if parts.allSatisfy({ $0.node.string != nil }), let text = text(parts) {
      shared += 1
      var scalar = first.scalar ?? Scalar("")
      scalar.text = text
      return .scalar(scalar)
    }
    settled += 1
    return majority(of: parts)
  }

  // MARK: Texts

  private func text(_ parts: [Part]) -> String? {
    text(parts.map { (zone: $0.zone, text: $0.node.string ?? "") })
  }

  private func text(_ parts: [(zone: Int, text: String)]) -> String? {
    let texts = parts.map { Array($0.text.utf8) }
    for order in ZoneWords.orders {
      let first = zones[parts[0].zone].templated(texts[0], order)
      let areSame = parts.indices.dropFirst().allSatisfy {
        zones[parts[$0].zone].templated(texts[$0], order) == first
      }
      if areSame { return String(decoding: first, as: UTF8.self) }
    }
    return nil
  }

  // MARK: What most have

  private func majority(of parts: [Part]) -> Node {
    var counts: [NodeData: Int] = [:]
    for part in parts { counts[NodeData(node: part.node), default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return parts.first { counts[NodeData(node: $0.node)] == most }?.node ?? parts[0].node
  }

  // MARK: Sequences

  /// Entry by entry, of the zones whose lists are as long as most are.
  private mutating func merge(sequences parts: [Part]) -> Node {
    var counts: [Int: Int] = [:]
    for part in parts { counts[part.node.items?.count ?? 0, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    let length = parts.lazy.compactMap(\.node.items?.count).first { counts[$0] == most } ?? 0
    let chosen = parts.filter { $0.node.items?.count == length }
    if chosen.count < parts.count { settled += 1 }
    let items = (0..<length).map { index in
      merge(chosen.map { ($0.zone, $0.node.items?[index] ?? .null) })
    }
    return .sequence(Sequence(items, at: chosen[0].node.position))
  }

  // MARK: Mappings

  private mutating func merge(mappings parts: [Part]) -> Node {
    let mappings = parts.map { $0.node.mapping ?? Mapping() }
    // Copies mostly have the same keys in the same order.
    if mappings.dropFirst().allSatisfy({ $0.hasKeys(of: mappings[0]) }) {
      let pairs = mappings[0].pairs.indices.map { index in
        Mapping.Pair(
          key: mappings[0].pairs[index].key,
          value: merge(parts.indices.map { (parts[$0].zone, mappings[$0].pairs[index].value) }))
      }
      return .mapping(Mapping(pairs, at: mappings[0].position))
    }
    return merge(unlike: mappings, parts)
  }

  private mutating func merge(unlike mappings: [Mapping], _ parts: [Part]) -> Node {
    var found: [KeyBytes: [(part: Int, value: Node)]] = [:]
    for (index, mapping) in mappings.enumerated() {
      for pair in mapping.pairs { found[pair.key.text, default: []].append((index, pair.value)) }
    }
    var result = Mapping(at: mappings[0].position)
    var seen: Set<KeyBytes> = []
    var keyless: [[Mapping.Pair]] = mappings.map { _ in [] }
    for (index, mapping) in mappings.enumerated() {
      for pair in mapping.pairs {
        let key = pair.key.text
        let holders = found[key] ?? []
        guard holders.count > 1 else {
          keyless[index].append(pair)
          continue
        }
        guard seen.insert(key) else { continue }
        let values = holders.map { (parts[$0.part].zone, $0.value) }
        // Where as many have it as not, the first decides.
        let isWanted =
          holders.count * 2 > parts.count || holders.count * 2 == parts.count && holders[0].part == 0
        if holders.count < parts.count { settled += 1 }
        if isWanted { result.pairs.append(.init(key: pair.key, value: merge(values))) }
      }
    }
    result.pairs += merge(keyless: keyless, parts)
    return .mapping(result)
  }

  /// Keys that only one zone has may be one key with the zone in it.
  private mutating func merge(keyless: [[Mapping.Pair]], _ parts: [Part]) -> [Mapping.Pair] {
    guard let first = keyless.first else { return [] }
    guard keyless.allSatisfy({ $0.count == first.count }) else {
      settled += keyless.map(\.count).max() ?? 0
      return []
    }
    return first.indices.compactMap { index in
      let keys = parts.indices.map { (parts[$0].zone, keyless[$0][index].key.text) }
      guard let text = text(keys) else {
        settled += 1
        return nil
      }
      var key = first[index].key
      key.text = text
      return .init(key: key, value: merge(parts.indices.map { (parts[$0].zone, keyless[$0][index].value) }))
    }
  }
}

extension Node {
  fileprivate var leafCount: Int {
    switch self {
    case .scalar: 1
    case .sequence(let sequence): sequence.items.reduce(0) { $0 + $1.leafCount }
    case .mapping(let mapping): mapping.pairs.reduce(0) { $0 + $1.value.leafCount }
    }
  }
}

extension Mapping {
  fileprivate func hasKeys(of other: Mapping) -> Bool {
    pairs.count == other.pairs.count
      && pairs.indices.allSatisfy { sameBytes(pairs[$0].key.text, other.pairs[$0].key.text) }
  }
}
