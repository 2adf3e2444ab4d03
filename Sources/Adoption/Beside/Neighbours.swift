internal import Resources
internal import YAML

/// The objects beside the workloads, as groups look for theirs.
struct Neighbours {
  private let set: ResourceSet
  private var taken: Set<Int> = []
  /// By API, kind, namespace and name.
  private var places: [[KeyBytes]: Int] = [:]
  private var namespacesWithServices: Set<KeyBytes> = []
  private var names = NameIndex()
  /// How many families there are over zones.
  private var zoned: [KeyBytes: Int] = [:]
  /// What may become objects of a group, by namespace.
  private var others: [KeyBytes: [Int]] = [:]
  /// Services and budgets by the labels that they select by.
  private let selectors: LabelIndex
  /// The labels of the pods of all workloads.
  private let pods: LabelIndex

  init(_ set: ResourceSet, _ families: [Family]) {
    self.set = set
    let members = families.flatMap(\.members)
    taken = Set(members.map(\.place))
    pods = LabelIndex(members.map { ($0.place, $0.resource.namespace, $0.podLabels) })
    for family in families where family.isZoned { zoned[family.namespace, default: 0] += 1 }
    var selectors: [LabelIndex.Entry] = []
    for (place, resource) in set.resources.enumerated() where !taken.contains(place) {
      let (gvk, namespace) = (resource.gvk, resource.namespace)
      places[Self.key(gvk.apiVersion, gvk.kind, namespace, resource.name)] = place
      if resource.isService { namespacesWithServices.insert(namespace) }
      if let labels = resource.selectedLabels { selectors.append((place, namespace, labels)) }
      guard !Self.passedOver.contains(gvk.kind) else { continue }
      names.add(resource.name, in: namespace, at: place)
      others[namespace, default: []].append(place)
    }
    self.selectors = LabelIndex(selectors)
  }

  /// What belongs to pods that run, and is made again by itself.
  private static let passedOver: Set<String> = [
    "Pod", "PersistentVolumeClaim", "Endpoints", "EndpointSlice", "ControllerRevision", "StatefulSet",
    "Deployment", "Event", "Lease",
  ]

  private static func key(_ texts: String...) -> [KeyBytes] { texts.map(KeyBytes.init) }

  mutating func take(_ objects: [Neighbour]) {
    taken.formUnion(objects.map(\.place))
  }

  func isTaken(_ place: Int) -> Bool { taken.contains(place) }
}

// MARK: - What no group has taken, in the namespace of a family

extension Neighbours {
  private func free(_ places: [Int]) -> [Neighbour] {
    places.filter { !taken.contains($0) }.map { Neighbour(place: $0, resource: set.resources[$0]) }
  }

  /// Of the core API.
  func object(_ kind: String, called name: String, beside family: Family) -> Neighbour? {
    places[Self.key("v1", kind, family.namespace, name)].flatMap { free([$0]).first }
  }

  func hasServices(beside family: Family) -> Bool { namespacesWithServices.contains(family.namespace) }

  /// Services and budgets that select by some of these labels, and no others.
  func selecting(within labels: Mapping, beside family: Family) -> [Neighbour] {
    free(selectors.within(labels, in: family.namespace))
  }

  /// Services and budgets that select by all of these labels, and maybe others.
  func selecting(by labels: Mapping, beside family: Family) -> [Neighbour] {
    free(selectors.holding(labels, in: family.namespace))
  }

  /// Those whose names say that there may be one for each zone or instance of a family.
  func objects(namedAfter family: Family) -> [Neighbour] {
    let namespace = family.namespace
    // Beside a single group, a zone alone is enough.
    if zoned[namespace] == 1, family.isZoned { return free(others[namespace] ?? []) }
    let found = (family.members.map(\.name) + [family.name]).flatMap {
      names.places(holding: $0, in: namespace)
    }
    return free(Set(found).sorted())
  }

  /// Whether labels select pods of none but a family.
  func selectsOnly(_ family: Family, _ labels: Mapping) -> Bool {
    pods.holding(labels, in: family.namespace).count
      == family.members.count { $0.podLabels.holds(labels) }
  }
}

extension Resource {
  var isService: Bool { gvk.kind == "Service" && gvk.group.isEmpty }

  /// By which a Service or a budget selects pods.
  var selectedLabels: Mapping? {
    let selector = object[["spec", "selector"]]
    if isService { return selector?.mapping }
    return gvk.kind.hasSuffix("DisruptionBudget") ? selector?["matchLabels"]?.mapping : nil
  }
}
