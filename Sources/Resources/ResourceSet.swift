internal import YAML

/// The objects of a build, in order.
package struct ResourceSet: Sendable {
  package var resources: [Resource]

  /// The server that it is for, where a Topology names it.
  package var kubernetesVersion: KubernetesVersion?

  /// More objects are a mistake, or somebody's attempt to fill the machine.
  package static let most = 1_000_000
  /// Every earlier name is kept, so that a few objects under very many names fill it, too.
  package static let mostRenames = 1_000_000

  package init(_ resources: [Resource] = []) {
    self.resources = resources
  }

  /// Puts the objects into another order, by moves alone: to copy one is a dozen counts of references.
  ///
  /// - Parameter order: for each place the one that its object has now.
  package mutating func arrange(_ order: [Int]) {
    var order = order
    var objects = resources.mutableSpan
    // Each cycle of the permutation is a chain of swaps.
    for start in order.indices {
      var place = start
      while order[place] != start {
        let next = order[place]
        objects.swapAt(place, next)
        order[place] = place
        place = next
      }
      order[place] = place
    }
  }

  /// The places of the objects that a selector takes, by name through the index where it names one.
  package func indices(matching selector: Selector, names: NameIndex) -> [Int] {
    let candidates = selector.name?.literal.map { names[$0] } ?? Array(resources.indices)
    return candidates.filter { selector.matches(resources[$0]) }
  }
}

/// Which objects of a set have, or once had, a name.
///
/// Looking every reference up in the whole set would be quadratic.
package struct NameIndex: Sendable {
  /// An object under one of its identities.
  private struct Entry: Sendable {
    let place: Int
    /// As it is written.
    let namespace: String
  }

  private var entries: [KeyBytes: [Entry]] = [:]

  package init(_ set: ResourceSet) {
    entries.reserveCapacity(set.resources.count)
    for (index, resource) in set.resources.enumerated() { add(resource, at: index) }
  }

  /// Notes one more object of the set, which comes after those that are noted already.
  package mutating func add(_ resource: Resource, at index: Int) {
    add(resource.name, resource.namespace, index)
    for id in resource.earlier { add(id.name, id.namespace, index) }
  }

  /// Notes one more identity of an object that is noted already.
  package mutating func note(_ id: ResourceID, at index: Int) {
    let named = entries[id.name]?.count ?? 0
    let place = entries[id.name]?.firstIndex { $0.place > index } ?? named
    entries[id.name, default: []].insert(Entry(place: index, namespace: id.namespace), at: place)
  }

  private mutating func add(_ name: String, _ namespace: String, _ index: Int) {
    entries[name, default: []].append(Entry(place: index, namespace: namespace))
  }

  /// In the set's order, each once.
  package subscript(name: String) -> [Int] { Self.places(entries[name] ?? []) }

  /// Those that may have, or have had, an identity: thousands of namespaces may each have an object of one name.
  package subscript(id: ResourceID) -> [Int] {
    let named = entries[id.name] ?? []
    if named.count == 1 || id.isClusterScoped { return Self.places(named) }
    let wanted = Self.effective(id.namespace)
    return Self.places(named.filter { sameBytes(Self.effective($0.namespace), wanted) })
  }

  private static func effective(_ namespace: String) -> String {
    ResourceID.effectiveNamespace(namespace, isClusterScoped: false)
  }

  private static func places(_ entries: [Entry]) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(entries.count)
    for entry in entries where places.last != entry.place { places.append(entry.place) }
    return places
  }
}
