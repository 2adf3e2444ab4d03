internal import Diagnostics
internal import Resources
internal import YAML

/// A ServiceMonitor or PodMonitor of the Prometheus operator, with what it selects.
struct Monitor: Sendable {
  let resource: Resource
  let selector: PodSelector
  /// `Service` or `pod`.
  let what: String
  /// The names of ports that it scrapes.
  let ports: [Node]
  /// Whether the set has what it could select, so that what it selects is known.
  let isMeantForSet: Bool
  let isEmpty: Bool
  /// The names of the ports of all that is selected, shared by all that select the same; `nil` where something else may
  /// add some.
  let knownPorts: [PortNames]?
  /// What it would select if it looked into another namespace.
  let elsewhere: (namespace: String, place: Position)?

  var title: String { "\(resource.gvk.kind) \"\(resource.name)\"" }

  /// What to do when nothing has the labels.
  var remedy: String {
    resource.gvk.kind == "ServiceMonitor"
      ? "select labels of the Service itself; those of its pods do not count"
      : "select labels of the pod template"
  }

  private static let group = "monitoring.coreos.com"

  static func monitors(
    _ objects: ObjectIndex, _ services: [Service], _ workloads: [Workload], _ operators: OperatedObjects
  ) -> [Monitor] {
    let ofServices = objects.all("ServiceMonitor", group)
    let ofPods = objects.all("PodMonitor", group)
    guard !ofServices.isEmpty || !ofPods.isEmpty else { return [] }
    let services = Candidates(services)
    let pods = Candidates(workloads)
    var portsOfServices = Remembered<Service, PortNames?>()
    var portsOfPods = Remembered<Workload, PortNames?>()
    return ofServices.compactMap { resource in
      Monitor(resource, "Service", "endpoints", among: services, operators) { selection in
        portsOfServices.value(of: selection) {
          PortNames($0.flatMap(\.ports).compactMap { $0["name"]?.text })
        }
      }
    }
      + ofPods.compactMap { resource in
        Monitor(resource, "pod", "podMetricsEndpoints", among: pods, operators) { selection in
          portsOfPods.value(of: selection) { NamedPorts($0).map { PortNames($0.names) } }
        }
      }
  }

  /// Names of ports, in their order and for looking them up.
  struct PortNames: Sendable {
    let all: [String]
    private let known: Set<KeyBytes>

    init(_ names: [String]) {
      all = names
      known = Set(texts: names)
    }

    func contains(_ name: String) -> Bool { known.contains(name) }
  }

  /// What a monitor may select, by namespace and in all of them. What names no namespace is put into one when it is
  /// applied, which may be any.
  private struct Candidates<Member: Labelled & OfResource> {
    let own: LabelIndex<Member>
    let all: LabelIndex<Member>
    let homeless: LabelIndex<Member>

    init(_ members: [Member]) {
      own = LabelIndex(members)
      all = LabelIndex(members, isOfAllNamespaces: true)
      homeless = LabelIndex(members.filter(\.resource.namespace.isEmpty), isOfAllNamespaces: true)
    }
  }

  private init?<Member: Labelled & OfResource>(
    _ resource: Resource, _ what: String, _ endpoints: String, among candidates: Candidates<Member>,
    _ operators: OperatedObjects, _ portNames: (Selection<Member>) -> PortNames?
  ) {
    let spec = resource.object["spec"]
    guard let spec, let selector = PodSelector(spec["selector"]) else { return nil }
    let namespaces = Self.namespaces(resource, spec)
    let everywhere = candidates.all.selected(by: selector, in: resource.effectiveNamespace)
    let homeless = candidates.homeless.selected(by: selector, in: resource.effectiveNamespace)
    let selections =
      namespaces.map { $0.map { candidates.own.selected(by: selector, in: $0) } + [homeless] } ?? [everywhere]
    self.resource = resource
    self.selector = selector
    self.what = what
    ports = spec.items(of: endpoints).compactMap { $0["port"] }
    isEmpty = selections.allSatisfy(\.members.isEmpty)
    let named = selections.filter { !$0.members.isEmpty }.map(portNames)
    knownPorts = named.contains { $0 == nil } ? nil : named.compactMap(\.self)
    let other = isEmpty && !selector.requirements.isEmpty ? everywhere.members.first : nil
    elsewhere = other.map { ($0.namespace, $0.resource.namePosition) }
    isMeantForSet =
      elsewhere != nil
      || (namespaces ?? []).contains {
        candidates.own.hasMembers(in: $0) && !operators.mayMakePods(selectedBy: selector, in: $0)
      }
  }

  /// - Returns: `nil` for all.
  private static func namespaces(_ resource: Resource, _ spec: Node) -> [String]? {
    let selector = spec["namespaceSelector"]
    if selector?.isTrue("any") == true { return nil }
    let named = selector?.items(of: "matchNames").compactMap(\.text) ?? []
    if !named.isEmpty { return named }
    return resource.namespace.isEmpty ? nil : [resource.namespace]
  }
}

/// What is in an object of the set.
protocol OfResource {
  var resource: Resource { get }
}

extension Service: OfResource {}
extension Workload: OfResource {}
