internal import Changes
internal import Resources
internal import YAML

/// A StatefulSet or Deployment, as far as a graph shows it.
struct SetReading {
  let resource: Resource
  let labels: GroupLabels?
  let replicas: Int
  private let firstOrdinal: Int

  /// - Returns: `nil` for what has no number of pods of its own.
  init?(_ resource: Resource) {
    guard resource.gvk.group == "apps", ["StatefulSet", "Deployment"].contains(resource.gvk.kind),
      !resource.hasGeneratedName
    else { return nil }
    self.resource = resource
    labels = GroupLabels(resource.labels)
    let spec = resource.object["spec"]
    replicas = max(0, Self.number(spec?["replicas"]) ?? 1)
    firstOrdinal = max(0, Self.number(spec?.at("ordinals", "start")) ?? 0)
  }

  private static func number(_ node: Node?) -> Int? { node?.text.flatMap { Int32($0) }.map(Int.init) }

  var hasOrdinals: Bool { resource.gvk.kind == "StatefulSet" }
  var ordinals: Range<Int> { firstOrdinal..<(firstOrdinal + replicas) }
  var podLabels: Mapping? { resource.object.at("spec", "template", "metadata", "labels")?.mapping }
  var governingService: String? { hasOrdinals ? resource.object.at("spec", "serviceName")?.text : nil }

  /// The pods of a Deployment have names that nobody knows, so they are counted from 1 on.
  func pod(_ ordinal: Int) -> ZoneGraph.Pod {
    ZoneGraph.Pod(
      name: hasOrdinals ? "\(resource.name)-\(ordinal)" : "\(resource.name) #\(ordinal + 1)", ordinal: ordinal
    )
  }

  /// The group's name: that of its labels, or the object's own.
  var group: String { labels?.group ?? rolloutGroup ?? resource.name }

  /// What the rollout-operator takes for one group.
  private var rolloutGroup: String? { hasOrdinals ? resource.labels?["rollout-group"]?.text : nil }

  var groupKey: [KeyBytes] {
    let isAlone = labels == nil && rolloutGroup == nil
    return [resource.effectiveNamespace, group, isAlone ? resource.gvk.kind : ""].map(KeyBytes.init)
  }

  /// The value of the zone label on its nodes, where there is one.
  var nodeValue: String? {
    let zones = resource.boundZones
    return zones.count == 1 ? zones.first?.text : nil
  }

  // MARK: Nodes

  private static let hostLabel = "kubernetes.io/hostname"

  /// What keeps its pods off each other's nodes.
  var spread: ZoneGraph.Spread {
    let pod = resource.object.at("spec", "template", "spec")
    let rules = pod?.at("affinity", "podAntiAffinity")
    let required = rules?["requiredDuringSchedulingIgnoredDuringExecution"]?.items ?? []
    if required.contains(where: spreads) || takesPortsOfNode(pod) { return .required }
    let preferred = rules?["preferredDuringSchedulingIgnoredDuringExecution"]?.items ?? []
    let constraints = pod?["topologySpreadConstraints"]?.items ?? []
    let others = preferred.compactMap { $0["podAffinityTerm"] } + constraints
    return others.contains(where: spreads) ? .preferred : .none
  }

  private func spreads(_ term: Node) -> Bool {
    guard term["topologyKey"]?.text == Self.hostLabel, let selector = PodSelector(term["labelSelector"])
    else { return false }
    return selector.selects(podLabels) { key, _ in RuntimeLabels.isSetOnPods(key) }
  }

  /// No two pods can have the same port of a node.
  private func takesPortsOfNode(_ pod: Node?) -> Bool {
    let isOnHost = pod?["hostNetwork"]?.text == "true"
    return (pod?["containers"]?.items ?? []).flatMap { $0["ports"]?.items ?? [] }.contains {
      isOnHost || $0["hostPort"] != nil
    }
  }
}
