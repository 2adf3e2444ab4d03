internal import Diagnostics
internal import Resources
internal import YAML

/// A ServiceMonitor or PodMonitor of the Prometheus operator, with what it selects.
struct Monitor {
  let resource: Resource
  let selector: PodSelector
  /// `Service` or `pod`.
  let what: String
  /// The names of ports that it scrapes.
  let ports: [Node]
  /// Whether the set has what it could select, so that what it selects is known.
  let isMeantForSet: Bool
  let isEmpty: Bool
  /// The names of the ports of all that is selected; `nil` where something else may add some.
  let knownPorts: [String]?
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

  static func monitors(_ inventory: Inventory) -> [Monitor] {
    let ofServices = inventory.all("ServiceMonitor", group)
    let ofPods = inventory.all("PodMonitor", group)
    guard !ofServices.isEmpty || !ofPods.isEmpty else { return [] }
    let services = Candidates(inventory.services)
    let pods = Candidates(inventory.workloads)
    var portsOfServices = Remembered<Service, [String]?>()
    var portsOfPods = Remembered<Workload, [String]?>()
    return ofServices.compactMap { resource in
      Monitor(resource, "Service", "endpoints", among: services, inventory) { selection in
        portsOfServices.value(of: selection) { $0.flatMap(\.ports).compactMap { $0["name"]?.text } }
      }
    }
      + ofPods.compactMap { resource in
        Monitor(resource, "pod", "podMetricsEndpoints", among: pods, inventory) { selection in
          portsOfPods.value(of: selection) { NamedPorts($0)?.names }
        }
      }
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
    _ inventory: Inventory, _ portNames: (Selection<Member>) -> [String]?
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
    knownPorts = selections.reduce([] as [String]?) { names, selection in
      guard let names, !selection.members.isEmpty else { return names }
      return portNames(selection).map { names + $0 }
    }
    let other = isEmpty && !selector.requirements.isEmpty ? everywhere.members.first : nil
    elsewhere = other.map { ($0.namespace, $0.resource.namePosition) }
    isMeantForSet =
      elsewhere != nil
      || (namespaces ?? []).contains {
        candidates.own.hasMembers(in: $0) && !inventory.operators.mayMakePods(selectedBy: selector, in: $0)
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
