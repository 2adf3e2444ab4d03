internal import Resources
internal import YAML

/// Objects by kind, by name and by namespace.
final class ObjectIndex {
  private struct Kind: Hashable {
    let kind: KeyBytes
    let group: KeyBytes

    init(kind: String, group: String) {
      self.kind = KeyBytes(text: kind)
      self.group = KeyBytes(text: group)
    }
  }

  private struct Place: Hashable {
    let kind: Kind
    /// A name or a namespace.
    let text: KeyBytes
  }

  private let resources: [Resource]
  /// Places among them.
  private var byKind: [Kind: [Int]] = [:]
  private var byName: [ObjectName: [Int]] = [:]

  /// Only for references that lead nowhere.
  private lazy var names = index { ($0.effectiveNamespace, $0.name) }
  private lazy var namespaces = index { ($0.name, $0.effectiveNamespace) }
  /// By the names that layers of the build gave new ones in the place of.
  private lazy var renamed = resources.enumerated().reduce(into: [ObjectName: Int]()) { renamed, entry in
    for id in entry.element.earlier where !sameBytes(id.name, entry.element.name) {
      renamed[
        ObjectName(kind: id.gvk.kind, name: id.name, namespace: entry.element.effectiveNamespace)] =
        entry.offset
    }
  }

  init(_ set: ResourceSet) {
    resources = set.resources
    for (index, resource) in resources.enumerated() {
      byKind[Kind(kind: resource.gvk.kind, group: resource.gvk.group), default: []].append(index)
      let name = ObjectName(
        kind: resource.gvk.kind, name: resource.name, namespace: resource.effectiveNamespace)
      byName[name, default: []].append(index)
    }
  }

  private func index(_ pair: (Resource) -> (key: String, value: String)) -> [Place: [String]] {
    var places: [Place: [String]] = [:]
    for (kind, indices) in byKind {
      for index in indices {
        let (key, value) = pair(resources[index])
        places[Place(kind: kind, text: KeyBytes(text: key)), default: []].append(value)
      }
    }
    return places
  }

  /// In the set's order.
  func all(_ kind: String, _ group: String) -> [Resource] {
    (byKind[Kind(kind: kind, group: group)] ?? []).map { resources[$0] }
  }

  func object(_ kind: String, _ group: String, name: String, in namespace: String) -> Resource? {
    named(ObjectName(kind: kind, name: name, namespace: namespace)).first { $0.gvk.group == group }
      ?? homeless(kind, name).first { $0.gvk.group == group }
  }

  private func named(_ name: ObjectName) -> [Resource] { (byName[name] ?? []).map { resources[$0] } }

  /// Objects that name no namespace are put into one when they are applied, which may be any.
  private func homeless(_ kind: String, _ name: String) -> [Resource] {
    let place = ObjectName(kind: kind, name: name, namespace: ResourceID.defaultNamespace)
    return named(place).filter(\.namespace.isEmpty)
  }

  /// Whether there is an object of a kind and name, whichever its group: for references that may not say one.
  func has(_ kind: String, name: String, in namespace: String) -> Bool {
    byName[ObjectName(kind: kind, name: name, namespace: namespace)] != nil || !homeless(kind, name).isEmpty
  }

  /// What a name meant before the build gave the object another one.
  func renamed(_ kind: String, from name: String, in namespace: String) -> Resource? {
    func found(in namespace: String) -> Resource? {
      renamed[ObjectName(kind: kind, name: name, namespace: namespace)].map { resources[$0] }
    }
    return found(in: namespace)
      ?? found(in: ResourceID.defaultNamespace).flatMap { $0.namespace.isEmpty ? $0 : nil }
  }

  /// The names of all objects of a kind in a namespace.
  func names(_ kind: String, _ group: String, in namespace: String) -> [String] {
    names[Place(kind: Kind(kind: kind, group: group), text: KeyBytes(text: namespace))] ?? []
  }

  /// The namespaces in which an object of a kind has a name.
  func namespaces(_ kind: String, _ group: String, of name: String) -> [String] {
    namespaces[Place(kind: Kind(kind: kind, group: group), text: KeyBytes(text: name))] ?? []
  }
}
