internal import YAML

/// Finds the entries of a list by their keys: in a long one without asking each.
struct EntryIndex {
  private let keys: [EntryKey?]
  private var places: [EntryKey: [Int]]?
  private var primaries: [KeyBytes: [Int]] = [:]

  /// - Parameters:
  ///   - keys: those of the entries, in their order.
  ///   - lookups: how many there will be.
  init(_ keys: [EntryKey?], lookups: Int) {
    self.keys = keys
    guard keys.count * lookups > Self.few else { return }
    var places: [EntryKey: [Int]] = [:]
    for (place, key) in keys.enumerated() {
      guard let key else { continue }
      places[key, default: []].append(place)
      primaries[key.primary, default: []].append(place)
    }
    self.places = places
  }

  private static let few = 256

  /// Of all entries, also those without keys.
  var count: Int { keys.count }

  /// The places of the entries that have these very keys, in order.
  subscript(key: EntryKey) -> [Int] {
    guard let places else { return keys.indices.filter { keys[$0] == key } }
    return places[key] ?? []
  }

  /// The places of the entries that a key which leaves something out could mean, in order.
  func alike(_ key: EntryKey) -> [Int] {
    let candidates = places == nil ? Array(keys.indices) : primaries[key.primary] ?? []
    return candidates.filter { keys[$0].map(key.agrees) ?? false }
  }
}
