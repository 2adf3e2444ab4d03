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

  private var byKind: [Kind: [Resource]] = [:]
  private var byName: [ObjectName: [Resource]] = [:]

  /// Only for references that lead nowhere.
  private lazy var names = index { ($0.effectiveNamespace, $0.name) }
  private lazy var namespaces = index { ($0.name, $0.effectiveNamespace) }

  init(_ set: ResourceSet) {
    for resource in set.resources {
      byKind[Kind(kind: resource.gvk.kind, group: resource.gvk.group), default: []].append(resource)
      let name = ObjectName(
        kind: resource.gvk.kind, name: resource.name, namespace: resource.effectiveNamespace)
      byName[name, default: []].append(resource)
    }
  }

  private func index(_ pair: (Resource) -> (key: String, value: String)) -> [Place: [String]] {
    var places: [Place: [String]] = [:]
    for (kind, resources) in byKind {
      for resource in resources {
        let (key, value) = pair(resource)
        places[Place(kind: kind, text: KeyBytes(text: key)), default: []].append(value)
      }
    }
    return places
  }

  /// In the set's order.
  func all(_ kind: String, _ group: String) -> [Resource] { byKind[Kind(kind: kind, group: group)] ?? [] }

  func object(_ kind: String, _ group: String, name: String, in namespace: String) -> Resource? {
    byName[ObjectName(kind: kind, name: name, namespace: namespace)]?.first { $0.gvk.group == group }
      ?? homeless(kind, name).first { $0.gvk.group == group }
  }

  /// Objects that name no namespace are put into one when they are applied, which may be any.
  private func homeless(_ kind: String, _ name: String) -> [Resource] {
    let place = ObjectName(kind: kind, name: name, namespace: ResourceID.defaultNamespace)
    return (byName[place] ?? []).filter(\.namespace.isEmpty)
  }

  /// Whether there is an object of a kind and name, whichever its group: for references that may not say one.
  func has(_ kind: String, name: String, in namespace: String) -> Bool {
    byName[ObjectName(kind: kind, name: name, namespace: namespace)] != nil || !homeless(kind, name).isEmpty
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
