internal import Resources
internal import YAML

/// Objects by kind, by name and by namespace.
struct ObjectIndex: Sendable {
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
  private let byKind: [Kind: [Int]]
  private let byVersion: [GroupVersionKind: [Int]]
  private let byName: [ObjectName: Int]
  /// Of names that several objects have.
  private let others: [ObjectName: [Int]]

  /// Only for references that lead nowhere.
  private let names: OnDemand<[Place: [String]]>
  private let namespaces: OnDemand<[Place: [String]]>
  /// By the names that layers of the build gave new ones in the place of.
  private let renamed: OnDemand<[ObjectName: Int]>

  init(_ set: ResourceSet) {
    let resources = set.resources
    var byVersion: [GroupVersionKind: [Int]] = [:]
    var byName: [ObjectName: Int] = [:]
    var others: [ObjectName: [Int]] = [:]
    byName.reserveCapacity(resources.count)
    for (index, resource) in resources.enumerated() {
      byVersion[resource.gvk, default: []].append(index)
      let name = ObjectName(
        kind: resource.gvk.kind, name: resource.name, namespace: resource.effectiveNamespace)
      if byName[name] == nil { byName[name] = index } else { others[name, default: []].append(index) }
    }
    let byKind = Dictionary(
      byVersion.map { (Kind(kind: $0.kind, group: $0.group), $1) },
      uniquingKeysWith: { ($0 + $1).sorted() })
    self.resources = resources
    self.byKind = byKind
    self.byVersion = byVersion
    self.byName = byName
    self.others = others
    names = OnDemand { [byKind] in Self.index(resources, byKind) { ($0.effectiveNamespace, $0.name) } }
    namespaces = OnDemand { [byKind] in Self.index(resources, byKind) { ($0.name, $0.effectiveNamespace) } }
    renamed = OnDemand { Self.renamed(resources) }
  }

  private static func index(
    _ resources: [Resource], _ byKind: [Kind: [Int]], _ pair: (Resource) -> (key: String, value: String)
  ) -> [Place: [String]] {
    var places: [Place: [String]] = [:]
    for (kind, indices) in byKind {
      for index in indices {
        let (key, value) = pair(resources[index])
        places[Place(kind: kind, text: KeyBytes(text: key)), default: []].append(value)
      }
    }
    return places
  }

  private static func renamed(_ resources: [Resource]) -> [ObjectName: Int] {
    resources.enumerated().reduce(into: [:]) { renamed, entry in
      for id in entry.element.earlier where !sameBytes(id.name, entry.element.name) {
        renamed[
          ObjectName(kind: id.gvk.kind, name: id.name, namespace: entry.element.effectiveNamespace)] =
          entry.offset
      }
    }
  }

  /// In the set's order.
  func all(_ kind: String, _ group: String) -> [Resource] { places(kind, group).map { resources[$0] } }

  /// Of a group, version and kind, in the set's order.
  func all(_ gvk: GroupVersionKind) -> [Resource] { (byVersion[gvk] ?? []).map { resources[$0] } }

  /// Of all kinds that something is true for, in the set's order.
  func all(where isMeant: (GroupVersionKind) -> Bool) -> [Resource] {
    byVersion.filter { isMeant($0.key) }.values.joined().sorted().map { resources[$0] }
  }

  /// Several objects of one kind, name and namespace, in the set's order, whatever their groups and versions.
  var namesakes: [[Resource]] {
    let places = others.compactMap { name, others in byName[name].map { [$0] + others } }
    return places.sorted { $0[0] < $1[0] }.map { $0.map { resources[$0] } }
  }

  /// Of ``all(_:_:)`` in the set.
  func places(_ kind: String, _ group: String) -> [Int] { byKind[Kind(kind: kind, group: group)] ?? [] }

  func object(_ kind: String, _ group: String, name: String, in namespace: String) -> Resource? {
    place(kind, group, name: name, in: namespace).map { resources[$0] }
  }

  /// That of ``object(_:_:name:in:)`` in the set.
  func place(_ kind: String, _ group: String, name: String, in namespace: String) -> Int? {
    named(kind, name, in: namespace).first { resources[$0].gvk.group == group }
      ?? homeless(kind, name).first { resources[$0].gvk.group == group }
  }

  private func named(_ kind: String, _ name: String, in namespace: String) -> [Int] {
    let name = ObjectName(kind: kind, name: name, namespace: namespace)
    guard let first = byName[name] else { return [] }
    return [first] + (others[name] ?? [])
  }

  /// Objects that name no namespace are put into one when they are applied, which may be any.
  private func homeless(_ kind: String, _ name: String) -> [Int] {
    named(kind, name, in: ResourceID.defaultNamespace).filter { resources[$0].namespace.isEmpty }
  }

  /// Whether there is an object of a kind and name, whichever its group: for references that may not say one.
  func has(_ kind: String, name: String, in namespace: String) -> Bool {
    !named(kind, name, in: namespace).isEmpty || !homeless(kind, name).isEmpty
  }

  /// What a name meant before the build gave the object another one.
  func renamed(_ kind: String, from name: String, in namespace: String) -> Resource? {
    func found(in namespace: String) -> Resource? {
      renamed.value[ObjectName(kind: kind, name: name, namespace: namespace)].map { resources[$0] }
    }
    return found(in: namespace)
      ?? found(in: ResourceID.defaultNamespace).flatMap { $0.namespace.isEmpty ? $0 : nil }
  }

  /// The names of all objects of a kind in a namespace.
  func names(_ kind: String, _ group: String, in namespace: String) -> [String] {
    names.value[Place(kind: Kind(kind: kind, group: group), text: KeyBytes(text: namespace))] ?? []
  }

  /// The namespaces in which an object of a kind has a name.
  func namespaces(_ kind: String, _ group: String, of name: String) -> [String] {
    namespaces.value[Place(kind: Kind(kind: kind, group: group), text: KeyBytes(text: name))] ?? []
  }
}
