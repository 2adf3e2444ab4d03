internal import Resources
internal import YAML

/// What all rules ask of a set, looked up once: objects by kind and by name, pods by label, and who selects them.
struct Inventory {
  let workloads: [Workload]
  /// Every object that names a namespace.
  let namespaced: [Resource]
  let services: [Service]
  let budgets: [Budget]
  let groups: [ZonedGroup]
  let scalers: [ScaleTarget]
  let producers: SecretProducers
  private let objects: ObjectIndex
  private let pods: PodIndex
  private let scaled: Set<String>

  init(_ set: ResourceSet) {
    let objects = ObjectIndex(set)
    let workloads = set.resources.compactMap(Workload.init)
    let pods = PodIndex(workloads)
    self.objects = objects
    self.workloads = workloads
    self.pods = pods
    namespaced = set.resources.filter { !$0.isClusterScoped && !$0.namespace.isEmpty }
    services = objects.all("Service").map { Service($0, pods) }
    budgets = objects.all("PodDisruptionBudget", "policy").map { Budget($0, pods) }
    groups = ZonedGroup.groups(of: workloads)
    scalers = ScaleTarget.targets(objects)
    producers = SecretProducers(set)
    scaled = Set(scalers.filter(\.decidesReplicas).map(\.key))
  }

  /// In the set's order.
  func all(_ kind: String, _ group: String = "") -> [Resource] { objects.all(kind, group) }

  func object(_ kind: String, _ group: String = "", name: String, in namespace: String) -> Resource? {
    objects.object(kind, group, name: name, in: namespace)
  }

  /// Whether there is an object of a kind and name, whichever its group: for references that may not say one.
  func has(_ kind: String, name: String, in namespace: String) -> Bool {
    objects.has(kind, name: name, in: namespace)
  }

  func hasPods(selectedBy selector: PodSelector, in namespace: String) -> Bool {
    pods.hasSelected(by: selector, in: namespace)
  }

  /// Whether any pod of a namespace has a label with this value.
  func isLabel(_ key: String, _ value: String, in namespace: String) -> Bool {
    pods.has(key, value, in: namespace)
  }

  /// The number of pods that the object itself asks for; `nil` where an autoscaler or something else decides it.
  func replicas(of workload: Workload) -> Int? {
    scaled.contains(ScaleTarget.key(workload)) ? nil : workload.replicas
  }

  /// The values that a label has on any pod of a namespace.
  func values(of label: String, in namespace: String) -> [String] { pods.values(of: label, in: namespace) }
}

/// Objects by kind and by name.
struct ObjectIndex {
  private struct Kind: Hashable {
    let kind: String
    let group: String
  }

  private struct Name: Hashable {
    let kind: String
    let name: String
    let namespace: String
  }

  private var byKind: [Kind: [Resource]] = [:]
  private var byName: [Name: [Resource]] = [:]

  init(_ set: ResourceSet) {
    for resource in set.resources {
      byKind[Kind(kind: resource.gvk.kind, group: resource.gvk.group), default: []].append(resource)
      let name = Name(kind: resource.gvk.kind, name: resource.name, namespace: resource.effectiveNamespace)
      byName[name, default: []].append(resource)
    }
  }

  func all(_ kind: String, _ group: String = "") -> [Resource] {
    byKind[Kind(kind: kind, group: group)] ?? []
  }

  func object(_ kind: String, _ group: String, name: String, in namespace: String) -> Resource? {
    byName[Name(kind: kind, name: name, namespace: namespace)]?.first { $0.gvk.group == group }
  }

  func has(_ kind: String, name: String, in namespace: String) -> Bool {
    byName[Name(kind: kind, name: name, namespace: namespace)] != nil
  }
}
