internal import YAML

/// Where the keys of one mapping stand in another: mostly in the same places, and else found without a scan for each
/// of thousands.
struct MatchingKeys {
  /// Whether every key of the one stands in the same place of the other.
  let areInPlace: Bool
  private let places: KeyPlaces?

  init(_ one: Mapping, _ other: Mapping) {
    areInPlace =
      one.pairs.count <= other.pairs.count
      && one.pairs.indices.allSatisfy { sameBytes(one.pairs[$0].key.text, other.pairs[$0].key.text) }
    places = areInPlace ? nil : KeyPlaces(other, lookups: one.pairs.count)
  }

  /// - Parameters:
  ///   - index: where the key stands in the one.
  ///   - other: the other.
  func index(of key: String, at index: Int, in other: Mapping) -> Int? {
    guard let places else { return index }
    return places.index(of: key, in: other)
  }
}
