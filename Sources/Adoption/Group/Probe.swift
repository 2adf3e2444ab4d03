internal import InstanceGroups
internal import Resources
internal import YAML

/// What a group of these settings adds to whatever it is given: told by one that is given next to nothing.
struct Probe {
  /// What is generated for each zone.
  struct Zone {
    var labels = Mapping()
    var annotations = Mapping()
    var podLabels = Mapping()
    var variables: [Node] = []
    /// What a term of a node selector gets.
    var requirement: Node?
    /// What a term of the pods' anti-affinity is.
    var antiAffinity: Node?
    var zoneSelector: Mapping?
    var instanceSelector: Mapping?
  }

  private(set) var zones: [Zone] = []
  private(set) var groupSelector = Mapping()

  private static let port = 1

  /// - Parameter withServices: whether there are Services that could be of the group.
  init(_ draft: Draft, withServices: Bool) {
    var probing = draft
    let own = draft.settings["selector"]?["matchLabels"]?.mapping ?? Mapping()
    let shared = draft.settings["groupSelector"]?["matchLabels"]?.mapping ?? Mapping()
    let given = shared.pairs.reduce(into: own) { $0[$1.key.text] = $1.value }
    for (key, value) in Self.settings { probing.settings[key] = value }
    probing.settings["template"] = .mapping([
      "metadata": .mapping(["labels": .mapping(given)]),
      "spec": .mapping(["containers": .sequence([.mapping(["name": "probe"])])]),
    ])
    if !withServices {
      probing.settings.setService("perInstance", .mapping(["enabled": false]))
      probing.settings.setService("aggregate", .sequence([]))
    } else if !draft.zones.isEmpty {
      probing.settings.setService("perZone", .mapping(["enabled": true]))
    }
    if draft.family.isDeployment { probing.settings["environment"] = nil }
    read(draft.shared.expanded(with: probing.node, isChecked: false).resources, draft, given)
  }

  private static let settings: [(String, Node)] = [
    ("instances", 1), ("ports", .sequence([.mapping(["name": "probe", "port": .integer(port)])])),
    ("environment", .mapping(["replicas": true])),
    ("disruptionBudget", .mapping(["maxUnavailable": 1])),
  ]

  private mutating func read(_ objects: [Resource], _ draft: Draft, _ given: Mapping) {
    let workloads = objects.filter { $0.gvk.kind == draft.family.kind }
    guard workloads.count == draft.family.members.count else { return }
    zones = workloads.map { Zone(of: $0, givenLabels: given) }
    let role = "\(draft.prefix)/service-role"
    for object in objects {
      let selector = object.object[["spec", "selector"]]
      if object.gvk.kind == "PodDisruptionBudget" {
        groupSelector = selector?["matchLabels"]?.mapping ?? Mapping()
      }
      guard object.gvk.kind == "Service", let labels = object.labels, let selector = selector?.mapping else {
        continue
      }
      let index = workloads.firstIndex { workload in
        sameBytes(object.name, workload.name)
          || sameBytes(object.name, workload.name + "-" + (labels["\(draft.prefix)/pod-ordinal"]?.text ?? ""))
      }
      switch (labels[role]?.text, index) {
      case ("zone", let index?): zones[index].zoneSelector = selector
      case ("instance", let index?): zones[index].instanceSelector = selector
      default: break
      }
    }
  }
}

extension Probe.Zone {
  fileprivate init(of workload: Resource, givenLabels: Mapping) {
    labels = workload.labels ?? Mapping()
    annotations = workload.annotations ?? Mapping()
    let template = workload.object[["spec", "template"]] ?? .null
    podLabels = Mapping(
      (template[["metadata", "labels"]]?.mapping?.pairs ?? []).filter { givenLabels[$0.key.text] == nil })
    variables = template[["spec", "containers"]]?.items?.first?["env"]?.items ?? []
    let affinity = template[["spec", "affinity"]]
    requirement =
      affinity?[["nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"]]?
      .items?.first?["matchExpressions"]?.items?.first
    antiAffinity =
      affinity?[["podAntiAffinity", "preferredDuringSchedulingIgnoredDuringExecution"]]?
      .items?.first?["podAffinityTerm"]
  }
}
