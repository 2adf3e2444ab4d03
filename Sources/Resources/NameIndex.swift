internal import YAML

/// Which objects of a set have, or once had, a name.
///
/// Looking every reference up in the whole set would be quadratic. It may hold names that no object ever had, or has
/// any more, so that what is found has to be asked.
package struct NameIndex: Sendable {
  /// An object under one of its identities.
  private struct Entry: Sendable {
    /// Without ``start``.
    let place: Int
    /// As it is written.
    let namespace: String
  }

  /// All objects of one name: mostly one.
  private struct Named: Sendable {
    var first: Entry
    var others: [Entry] = []
    /// The entries by their namespaces, once they are many.
    var byNamespace: [KeyBytes: [Int]]?

    /// Entries that are looked through one by one.
    private static let few = 16

    var places: [Int] { Self.once([first.place] + others.map(\.place)) }

    func places(in namespace: String) -> [Int] {
      if others.isEmpty { return [first.place] }
      if let byNamespace { return byNamespace[namespace] ?? [] }
      let found = ([first] + others).filter { sameBytes(NameIndex.effective($0.namespace), namespace) }
      return Self.once(found.map(\.place))
    }

    mutating func insert(_ entry: Entry) {
      if entry.place < first.place {
        others.insert(first, at: 0)
        first = entry
      } else if others.last.map({ $0.place <= entry.place }) ?? true {
        others.append(entry)
      } else {
        others.insert(entry, at: others.map(\.place).indexOfFirst(notBelow: entry.place + 1))
      }
      if byNamespace != nil {
        byNamespace?[NameIndex.effective(entry.namespace), default: []].insertOnce(entry.place)
      } else if others.count == Self.few {
        var places: [KeyBytes: [Int]] = [:]
        for entry in [first] + others {
          places[NameIndex.effective(entry.namespace), default: []].insertOnce(entry.place)
        }
        byNamespace = places
      }
    }

    private static func once(_ places: [Int]) -> [Int] {
      var found: [Int] = []
      found.reserveCapacity(places.count)
      for place in places where found.last != place { found.append(place) }
      return found
    }
  }

  private var entries: [KeyBytes: Named] = [:]
  /// The place of what is noted as 0: others may have come before it.
  private var start = 0

  package init(_ set: ResourceSet) {
    entries.reserveCapacity(set.resources.count)
    for (index, resource) in set.resources.enumerated() { note(resource, at: index) }
  }

  /// Notes one more object of the set under all of its identities.
  package mutating func note(_ resource: Resource, at index: Int) {
    note(resource.name, resource.namespace, index)
    for id in resource.earlier { note(id.name, id.namespace, index) }
  }

  /// Notes one more identity of an object that is noted already.
  package mutating func note(_ id: ResourceID, at index: Int) { note(id.name, id.namespace, index) }

  private mutating func note(_ name: String, _ namespace: String, _ index: Int) {
    let entry = Entry(place: index - start, namespace: namespace)
    let isKnown: Void? = entries[KeyBytes(text: name)]?.insert(entry)
    if isKnown == nil { entries[name] = Named(first: entry) }
  }

  /// Makes room for objects that come before those that are noted.
  package mutating func shift(by count: Int) { start += count }

  /// In the set's order, each once.
  package subscript(name: String) -> [Int] { placed(entries[name]?.places) }

  /// Those that may have, or have had, an identity: thousands of namespaces may each have an object of one name.
  package subscript(id: ResourceID) -> [Int] {
    guard let named = entries[id.name] else { return [] }
    return placed(id.isClusterScoped ? named.places : named.places(in: Self.effective(id.namespace)))
  }

  private func placed(_ places: [Int]?) -> [Int] {
    guard let places else { return [] }
    return start == 0 ? places : places.map { $0 + start }
  }

  private static func effective(_ namespace: String) -> String {
    ResourceID.effectiveNamespace(namespace, isClusterScoped: false)
  }
}
