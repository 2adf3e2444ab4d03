internal import YAML

/// The objects of a build, in order.
package struct ResourceSet: Sendable {
  package var resources: [Resource]

  /// More objects are a mistake, or somebody's attempt to fill the machine.
  package static let most = 1_000_000
  /// Every earlier name is kept, so that a few objects under very many names fill it, too.
  package static let mostRenames = 1_000_000

  package init(_ resources: [Resource] = []) {
    self.resources = resources
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
  private var places: [KeyBytes: [Int]] = [:]

  package init(_ set: ResourceSet) {
    places.reserveCapacity(set.resources.count)
    for (index, resource) in set.resources.enumerated() { add(resource, at: index) }
  }

  /// Notes one more object of the set, which comes after those that are noted already.
  package mutating func add(_ resource: Resource, at index: Int) {
    add(resource.name, index)
    for id in resource.earlier { add(id.name, index) }
  }

  private mutating func add(_ name: String, _ index: Int) {
    guard places[name]?.last != index else { return }
    places[name, default: []].append(index)
  }

  /// In the set's order, each once.
  package subscript(name: String) -> [Int] { places[name] ?? [] }

  package var names: [String] { places.keys.map(\.text) }
}
