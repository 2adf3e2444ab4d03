/// How a rule goes over a set: over all of it at once, or over one list of the inventory, each of it by itself.
///
/// Rules that go over the same list do so together, a few at a time: what one of them has read, the next one finds in
/// the processor's cache.
struct Look: Sendable {
  typealias List<Element> = any KeyPath<Inventory, [Element]> & Sendable

  /// `nil` for all at once.
  let list: (any PartialKeyPath<Inventory> & Sendable)?
  /// How many there are to look at; one for all at once.
  let count: @Sendable (Inventory) -> Int
  /// Looks at a part of them.
  let find: @Sendable (Inventory, Range<Int>, Findings) -> Void

  init(atSet find: @escaping @Sendable (Inventory, Findings) -> Void) {
    list = nil
    count = { _ in 1 }
    self.find = { inventory, _, findings in find(inventory, findings) }
  }

  init<Element>(
    atEach list: List<Element>, _ find: @escaping @Sendable (Element, Inventory, Findings) -> Void
  ) {
    self.list = list
    count = { $0[keyPath: list].count }
    self.find = { inventory, part, findings in
      for element in inventory[keyPath: list][part] { find(element, inventory, findings) }
    }
  }
}
