internal import Resources
internal import YAML

/// The objects beside the workloads, as groups look for theirs.
struct Neighbours {
  private let set: ResourceSet
  /// By kind and namespace.
  private var places: [[KeyBytes]: [Int]] = [:]
  private var byNamespace: [KeyBytes: [Int]] = [:]
  private var taken: Set<Int> = []
  /// The labels of the pods of all workloads, by namespace.
  private let pods: [KeyBytes: [Mapping]]

  init(_ set: ResourceSet, _ families: [Family]) {
    self.set = set
    var pods: [KeyBytes: [Mapping]] = [:]
    for family in families {
      for member in family.members {
        taken.insert(member.place)
        pods[KeyBytes(text: family.namespace), default: []].append(member.podLabels)
      }
    }
    self.pods = pods
    for (place, resource) in set.resources.enumerated() where !taken.contains(place) {
      places[Self.key(resource.gvk.kind, resource.namespace), default: []].append(place)
      byNamespace[KeyBytes(text: resource.namespace), default: []].append(place)
    }
  }

  private static func key(_ kind: String, _ namespace: String) -> [KeyBytes] {
    [KeyBytes(text: kind), KeyBytes(text: namespace)]
  }

  /// Those of a kind in the namespace of a family that no group has taken.
  func objects(_ kind: String, beside family: Family) -> [(place: Int, resource: Resource)] {
    (places[Self.key(kind, family.namespace)] ?? []).filter { !taken.contains($0) }
      .map { ($0, set.resources[$0]) }
  }

  /// Those of all kinds in the namespace of a family that no group has taken.
  func others(beside family: Family) -> [(place: Int, resource: Resource)] {
    (byNamespace[KeyBytes(text: family.namespace)] ?? []).filter { !taken.contains($0) }
      .map { ($0, set.resources[$0]) }
  }

  mutating func take(_ claims: [Draft.Claim]) {
    taken.formUnion(claims.map(\.place))
  }

  func isTaken(_ place: Int) -> Bool { taken.contains(place) }

  /// Whether labels select pods of none but a family.
  func selectsOnly(_ family: Family, _ labels: Mapping) -> Bool {
    let all = pods[KeyBytes(text: family.namespace)] ?? []
    return all.count { $0.holds(labels) } == family.members.count { $0.podLabels.holds(labels) }
  }
}
