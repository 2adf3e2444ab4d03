package import Diagnostics
package import YAML

/// A number of equal instances, and in which zones they run.
package typealias InstanceGroup = Manifest<InstanceGroupSpec>

package struct InstanceGroupSpec: Sendable {
  package var deployment: Located<String>?
  package var instances = Located(0, Position.none)
  package var instancesPolicy = InstancesPolicy.perZone
  package var zones: [Located<String>] = []
  package var zoneOverrides: [(key: Scalar, value: ZoneOverride)] = []
  package var lifecycle = Lifecycle.service
  /// Over the Topology's.
  package var workloadName: Located<String>?
  /// Over the Topology's; what comes from BOSH and Quarks has them always.
  package var quarks: Bool?
  package var podLabels: Located<PodLabelSource>?
  package var selector: OwnSelector?
  /// What selects the instances of all zones.
  package var groupSelector: OwnSelector?
  package var selectorLabels = Mapping()
  package var ports: [ServicePort]?
  package var workload = Located(WorkloadKind.statefulSet, Position.none)
  package var replicas = ReplicaSource.managed
  package var lists: [(key: Scalar, value: ListSettings)] = []
  package var objects = ObjectSettings()
  package var template = Node.mapping(Mapping())
  package var volumeClaimTemplates: [Node] = []
  package var statefulSet = StatefulSetSettings()
  package var services = GroupServices()
  package var placement = Placement()
  package var ordinals = Ordinals()
  package var disruptionBudget: Located<BudgetSettings>?
  package var rollout: Located<Rollout>?
  package var survive: Located<Survival>?
  package var environment = EnvironmentSettings()
  package var instanceTable = InstanceTableSettings()
  package var activePassive = false
  package var patches: [GroupPatch] = []
}

/// Whether `instances` counts one zone or all.
package enum InstancesPolicy: String, Sendable, CaseIterable {
  case perZone = "PerZone"
  case total = "Total"
}

/// Which labels the build gives to pods.
package enum PodLabelSource: String, Sendable, CaseIterable {
  /// Those by which generated selectors find them.
  case generated = "Generated"
  /// None: a pod that is taken over stays as it was.
  case none = "None"
}

/// What runs the pods of a zone.
package enum WorkloadKind: String, Sendable, CaseIterable {
  case statefulSet = "StatefulSet"
  case deployment = "Deployment"
}

/// Who owns the number of pods.
package enum ReplicaSource: String, Sendable, CaseIterable {
  /// The group: its instances.
  case managed = "Managed"
  /// An autoscaler, or a leader that the zone follows.
  case unmanaged = "Unmanaged"
}

package enum Lifecycle: String, Sendable, CaseIterable {
  case service = "Service"
  case errand = "Errand"
  case autoErrand = "AutoErrand"
}

/// What is different in one zone.
package struct ZoneOverride: Sendable {
  package var instances: Located<Int>?
  package var workloadName: Located<String>?
  package var storageClassName: Located<String>?
  package var moved = false
  package var patch: Node?

  static let schema = Schema("zone override", initial: ZoneOverride()) {
    Field("instances", .located(.instances), \.instances, "The number of instances in this zone.")
    Field(
      "workloadName", .located(.string), \.workloadName,
      "The name of this zone's StatefulSet, which may have {group}, {index} and {zone}.")
    Field(
      "storageClassName", .located(.string), \.storageClassName,
      "The storage class of every claim in this zone, also of those that name one.")
    Field(
      "moved", .boolean, \.moved,
      "Whether this group's pods in the zone may leave their data behind, like Topology.moved for one group."
    )
    Field("patch", .patch, \.patch, "A strategic merge patch of this zone's StatefulSet.")
  }
}

/// A label selector of the user's, in place of the generated one.
package struct OwnSelector: Sendable {
  package var matchLabels = Mapping()
  package var matchExpressions: [Node] = []
  package var position = Position.none

  static let schema = Schema("selector", initial: OwnSelector()) {
    Field("matchLabels", .strings, \.matchLabels, "Labels that the pods must have.")
    Field(
      "matchExpressions", .list(of: .node), \.matchExpressions,
      "Conditions on labels, as Kubernetes has them.")
  }

  private static let groupSchema = Schema("groupSelector", initial: OwnSelector()) {
    Field(
      "matchLabels", .strings, \.matchLabels, required: true, "Labels that the pods of all zones have.")
  }

  static var shape: Shape<OwnSelector> { shape(of: schema) }

  /// Of what a Service can select by, too: labels alone.
  static var groupShape: Shape<OwnSelector> { shape(of: groupSchema) }

  private static func shape(of schema: Schema<OwnSelector>) -> Shape<OwnSelector> {
    Shape(Shape.object(schema).type) { node, reader in
      var selector = schema.decode(node, reader)
      selector?.position = node.position
      return selector
    }
  }
}

package struct Ordinals: Sendable {
  package var start = Located(0, Position.none)
  package var stride = Located(0, Position.none)

  static let schema = Schema("ordinals", initial: Ordinals()) {
    Field("start", .located(.count), \.start, "The ordinal of the first instance of the first zone.")
    Field(
      "stride", .located(.count), \.stride,
      "Zone k counts from k times this number, so that ordinals are unique in the group; 0: each from 0.")
  }
}

package struct InstanceTableSettings: Sendable {
  package var configMap = false
  package var lists = Located(false, Position.none)

  static let schema = Schema("instanceTable", initial: InstanceTableSettings()) {
    Field("configMap", .boolean, \.configMap, "Whether to write the ConfigMap GROUP-instances.")
    Field("lists", .located(.boolean), \.lists, "Whether each list of the group is a key of it, too.")
  }
}

extension Shape where Value == Node {
  /// The text of a patch, or the patch itself.
  static var patch: Shape {
    Shape(
      .named("patch, as text or as it is", .oneOf([.string, .map(.any), .list(.any, counts: 0...Int.max)]))
    ) { node, reader in
      if node.string != nil || node.mapping != nil || node.items != nil { return node }
      reader.mismatch(node, expected: "a patch")
      return nil
    }
  }
}

extension Shape where Value == Int {
  /// A number of instances of a group, in a zone or over all of them.
  package static var instances: Shape { integer(in: 0...InstanceCounts.most) }
}
