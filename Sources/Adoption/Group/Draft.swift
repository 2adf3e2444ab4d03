internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// What a group is to say, while it is found out.
struct Draft {
  let family: Family
  /// One for each member; none for a group without zones.
  let zones: [AdoptedZone]
  /// What stands for each member's zone in texts.
  let words: [ZoneWords]
  let topology: TopologyDraft
  /// The same, as groups are expanded with it.
  let shared: SharedTopology
  /// The fields of the group's spec.
  var settings = Mapping()
  /// The labels and annotations of everything that it generates.
  var labels = Mapping()
  var annotations = Mapping()
  /// What is left of each workload to be explained.
  var rests: [Rest]
  /// Whether Argo CD applies its zones one after the other.
  var isInWaves = false
  /// The labels that say of a generated object to which group it belongs, and of a workload what selects its pods.
  var granted: [Mapping] = []
  /// Which objects it generates besides its workloads, by their places in the input.
  var claimed: [Neighbour] = []
  /// Where objects stand of which nothing has to be said.
  var unsaid: [Position] = []

  /// A workload without what a setting gives already.
  struct Rest {
    var spec: Node
    var labels: Mapping
    var annotations: Mapping
  }

  init(
    _ family: Family, _ zones: [AdoptedZone], _ topology: TopologyDraft, _ shared: SharedTopology
  ) {
    self.family = family
    self.zones = zones
    self.topology = topology
    self.shared = shared
    words =
      zones.isEmpty
      ? family.members.map { _ in ZoneWords() }
      : zip(family.members, zones).map { ZoneWords(workload: $0.name, zone: $1) }
    rests = family.members.map { member in
      Rest(
        spec: member.spec, labels: member.resource.labels ?? Mapping(),
        annotations: member.resource.annotations ?? Mapping())
    }
  }

  var prefix: String { topology.labelPrefix }

  /// Makes one tree of those of all zones.
  func general(_ nodes: [Node]) -> Node {
    var merging = Generalisation(words)
    return merging.merged(nodes)
  }

  /// The labels that the pods of all zones have, with one value.
  var commonPodLabels: Mapping { family.members.map(\.podLabels).common }
}

extension Member {
  var podLabels: Mapping { template[["metadata", "labels"]]?.mapping ?? Mapping() }
  var matchLabels: Mapping { spec[["selector", "matchLabels"]]?.mapping ?? Mapping() }
}

extension Draft {
  /// The group as it is written.
  var node: Node {
    let position = family.members[0].resource.namePosition
    var metadata = Mapping([.init(key: Scalar("name", at: position), value: .string(family.name))])
    if !family.namespace.isEmpty { metadata["namespace"] = .string(family.namespace) }
    metadata["labels"] = labels.known
    metadata["annotations"] = annotations.known
    return .mapping([
      "apiVersion": "zonal/v1alpha1", "kind": "InstanceGroup", "metadata": .mapping(metadata),
      "spec": .mapping(settings.inOrder(Self.order)),
    ])
  }

  /// The order in which a reader wants to know the settings.
  private static let order = [
    "deployment", "workload", "instances", "zones", "workloadName", "zoneOverrides", "replicas", "ordinals",
    "quarks", "selector", "groupSelector", "podLabels", "selectorLabels", "environment", "placement",
    "rollout", "disruptionBudget", "ports", "services", "lists", "instanceTable", "objects", "statefulSet",
    "template", "volumeClaimTemplates", "patches",
  ]

  /// The labels of a running object that no group gives: its own.
  func ownLabels(of resource: Resource) -> Mapping {
    Mapping((resource.labels ?? Mapping()).pairs.filter { !$0.key.text.hasPrefix("\(prefix)/") })
  }
}

extension Mapping {
  func inOrder(_ keys: [String]) -> Mapping {
    let known = keys.compactMap { key in index(of: key).map { pairs[$0] } }
    return Mapping(known + pairs.filter { pair in !keys.contains { sameBytes($0, pair.key.text) } })
  }
}
