internal import Resources
internal import YAML

/// StatefulSets or Deployments that are one group.
struct Family {
  var name: String
  var members: [Member]
  /// Whether each of its members is in a zone of its own.
  var isZoned: Bool
  /// What a group generated it with, when one did.
  var labels: GroupLabels?
  /// Whether the user named it.
  var isNamed = false

  var namespace: String { members[0].resource.namespace }
  var kind: String { members[0].resource.gvk.kind }
  var isDeployment: Bool { kind == "Deployment" }
}

/// One workload of a family, and what tells its zone.
struct Member {
  /// Among the objects that were read.
  let place: Int
  let resource: Resource
  var traces = ZoneTraces()

  var name: String { resource.name }
  var spec: Node { resource.object["spec"] ?? .mapping(Mapping()) }
  var template: Node { spec["template"] ?? .mapping(Mapping()) }
}

/// What a workload says of its zone.
struct ZoneTraces {
  /// What a label of ours, or the user, calls it.
  var name: String?
  /// What its name ends in: `zone-a`, `z0`.
  var suffix: String?
  var index: Int?
  /// The value of the label that its nodes have.
  var nodeValue: String?
}
