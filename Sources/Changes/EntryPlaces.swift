internal import YAML

/// Finds the entries of a list that keys tell apart: in a long one without asking each.
struct EntryPlaces {
  private let items: [Node]
  private let keys: ListKeys
  private var places: [[ChangePath.KeyValue]: Int]?

  init(_ items: [Node], _ keys: ListKeys) {
    self.items = items
    self.keys = keys
    guard items.count > Self.few else { return }
    var places: [[ChangePath.KeyValue]: Int] = [:]
    for (place, item) in items.enumerated() { places[keys.values(of: item)] = place }
    self.places = places
  }

  private static let few = 16

  /// The place of the entry that an entry of another list is.
  func place(of item: Node) -> Int? {
    guard let places else { return items.firstIndex { keys.areSame($0, item) } }
    return places[keys.values(of: item)]
  }
}
