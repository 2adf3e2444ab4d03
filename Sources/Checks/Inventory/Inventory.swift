internal import Diagnostics
internal import Resources
internal import YAML

/// What all rules ask of a set, looked up once: objects by kind and by name, pods by label, and who selects them.
struct Inventory: Sendable {
  /// In the set's order.
  let resources: [Resource]
  let workloads: [Workload]
  /// Every object that names a namespace.
  let namespaced: OnDemand<[Resource]>
  let services: [Service]
  let budgets: [Budget]
  let monitors: [Monitor]
  let groups: [ZonedGroup]
  let scalers: [ScaleTarget]
  let producers: SecretProducers
  let operators: OperatedObjects
  /// What the API server refuses of objects by themselves.
  private(set) var mistakes = SchemaMistakes()
  let members: Members
  /// Claims that StatefulSets make for their pods.
  let claimTemplates: OnDemand<ClaimTemplates>
  /// Variables that the kubelet sets of Services.
  let serviceLinks: OnDemand<ServiceLinks>
  private let objects: ObjectIndex
  private let pods: LabelIndex<Workload>
  /// By their places in the set.
  private let servicesByPlace: [Int: Service]
  private let podCounts: PodCounts

  /// - Parameter definitions: of custom resources, beside those of the set itself.
  init(_ set: ResourceSet, definitions: [Resource]) {
    let (mistakes, others) = sideBySide(
      if: set.isLarge, { SchemaMistakes(set, definitions) }, { Inventory(set) })
    self = others
    self.mistakes = mistakes
  }

  private init(_ set: ResourceSet) {
    let objects = ObjectIndex(set)
    let workloads = Workload.workloads(of: set)
    let pods = LabelIndex(workloads)
    resources = set.resources
    self.objects = objects
    self.workloads = workloads
    self.pods = pods
    namespaced = OnDemand { set.resources.filter { !$0.isClusterScoped && !$0.namespace.isEmpty } }
    let places = objects.places("Service", "")
    let services = places.map { Service(set.resources[$0], pods) }
    self.services = services
    servicesByPlace = Dictionary(uniqueKeysWithValues: zip(places, services))
    budgets = Budget.kinds.flatMap { objects.all($0.0, $0.1) }.map { Budget($0, pods) }
    groups = ZonedGroup.groups(of: workloads)
    scalers = ScaleTarget.targets(objects)
    producers = SecretProducers(objects)
    operators = OperatedObjects(objects)
    monitors = Monitor.monitors(objects, services, workloads, operators)
    podCounts = PodCounts(scalers)
    members = Members(groups, workloads, services, podCounts)
    claimTemplates = OnDemand { ClaimTemplates(workloads) }
    serviceLinks = OnDemand { ServiceLinks(services) }
  }

  /// In the set's order.
  func all(_ kind: String, _ group: String = "") -> [Resource] { objects.all(kind, group) }

  func object(_ kind: String, _ group: String = "", name: String, in namespace: String) -> Resource? {
    objects.object(kind, group, name: name, in: namespace)
  }

  /// Objects that may be one and the same: kind, name and namespace are, as far as they say them.
  var namesakes: [[Resource]] { objects.namesakes }

  /// Of a group, version and kind, in the set's order.
  func all(_ gvk: GroupVersionKind) -> [Resource] { objects.all(gvk) }

  /// That of exactly this namespace.
  func service(_ name: String, in namespace: String) -> Service? {
    let service = objects.place("Service", "", name: name, in: namespace).flatMap { servicesByPlace[$0] }
    return service.flatMap { sameBytes($0.namespace, namespace) ? $0 : nil }
  }

  /// Whether there is an object of a kind and name, whichever its group: for references that may not say one.
  func has(_ kind: String, name: String, in namespace: String) -> Bool {
    objects.has(kind, name: name, in: namespace)
  }

  /// Whether the set would hold an object of a kind, if it had it: others are there, or it has another name by now.
  func isComplete(in kind: String, for name: String, in namespace: String) -> Bool {
    has(kind, in: namespace) || objects.renamed(kind, from: name, in: namespace) != nil
  }

  /// Whether there are objects of a kind in a namespace: a set that has none need not be complete in them.
  func has(_ kind: String, _ group: String = "", in namespace: String) -> Bool {
    !objects.names(kind, group, in: namespace).isEmpty
  }

  /// What a reference to an object that is not there was most likely meant to be.
  func likely(_ kind: String, _ group: String = "", name: String, in namespace: String) -> String? {
    if let other = objects.renamed(kind, from: name, in: namespace) {
      return "the build calls it \"\(other.name)\", but only in objects of the same namespace"
    }
    if let other = objects.namespaces(kind, group, of: name).first {
      return "there is one in the namespace \"\(other)\", but only one of \"\(namespace)\" counts here"
    }
    return Checks.likely(name, among: objects.names(kind, group, in: namespace))
  }

  func hasPods(selectedBy selector: PodSelector, in namespace: String) -> Bool {
    !pods.selected(by: selector, in: namespace).members.isEmpty
  }

  /// Whether the set makes pods in a namespace: what is said of others can't be known.
  func hasPods(in namespace: String) -> Bool { pods.hasMembers(in: namespace) }

  /// Whether a selector means pods that would be in the set, and none of them has its labels.
  func lacksPods(selectedBy selector: PodSelector, in namespace: String) -> Bool {
    hasPods(in: namespace) && !hasPods(selectedBy: selector, in: namespace)
      && !operators.mayMakePods(selectedBy: selector, in: namespace)
  }

  /// Whether any pod of a namespace has a label with this value.
  func isLabel(_ key: String, _ value: String, in namespace: String) -> Bool {
    pods.has(key, value, in: namespace)
  }

  /// The number of pods that the object itself asks for; `nil` where an autoscaler or something else decides it.
  func replicas(of workload: Workload) -> Int? { podCounts.replicas(of: workload) }

  func scaler(of workload: Workload) -> ScaleTarget? { podCounts.scaler(of: workload) }

  /// The values that a label has on any pod of a namespace.
  func values(of label: String, in namespace: String) -> [String] { pods.values(of: label, in: namespace) }
}

extension ResourceSet {
  /// Whether looking over it outweighs handing parts of the work to threads.
  var isLarge: Bool { resources.count > 200 }
}
