package import Diagnostics
package import Resources
import YAML

/// The zones of a deployment and what its cluster can do, declared once.
package typealias Topology = Manifest<TopologySpec>

package struct TopologySpec: Sendable {
  package var deployment: Located<String>?
  /// The oldest server that must be able to run the output.
  package var kubernetesVersion = Located(KubernetesVersion.default, Position.none)
  package var zoneNodeLabel = "topology.kubernetes.io/zone"
  package var labelPrefix = Located("quarks.cloudfoundry.org", Position.none)
  package var workloadName = Located("{group}-z{index}", Position.none)
  package var podOrdinalSource = Located(PodOrdinalSource.podIndex, Position.none)
  package var zones: [ZoneDeclaration] = []
  package var moved: [Located<String>] = []
  package var quarks = false

  static let schema = Schema("Topology", initial: TopologySpec()) {
    Field("deployment", .located(.string), \.deployment, "The deployment of every group that names none.")
    Field(
      "kubernetesVersion", .located(.kubernetesVersion), \.kubernetesVersion,
      "The oldest server to support, such as \"1.32\" (the default); it decides what may be used.")
    Field("zoneNodeLabel", .string, \.zoneNodeLabel, "The label by which nodes say their zone.")
    Field("labelPrefix", .located(.string), \.labelPrefix, "What generated labels begin with.")
    Field(
      "workloadName", .located(.string), \.workloadName,
      "The names of StatefulSets, made of {group}, {index} and {zone}.")
    Field(
      "podOrdinalSource", .located(.choice()), \.podOrdinalSource,
      "How a Service finds one pod: by the label pod-index or pod-name of Kubernetes, or by one of our own."
    )
    Field(
      "zones", .list(of: .object(ZoneDeclaration.schema), atMost: Zone.most), \.zones,
      "The zones, in their order.")
    Field(
      "quarks", .boolean, \.quarks, "Whether the pods of all groups follow Quarks' conventions.")
    Field(
      "moved", .list(of: .located(.string)), \.moved,
      "Zones whose pods may leave their data behind: zonal plan takes that for meant, not for an error.")
  }
}

/// How the Service of one instance selects its pod.
package enum PodOrdinalSource: String, Sendable, CaseIterable {
  case podIndex = "PodIndex"
  case podName = "PodName"
  case label = "Label"
}

/// A zone as the Topology declares it.
package struct ZoneDeclaration: Sendable {
  package var name = Located("", Position.none)
  package var nodeLabelValue: String?
  package var index: Located<Int>?
  package var storageClassName: String?

  static let schema = Schema("zone", initial: ZoneDeclaration()) {
    Field("name", .located(.string), \.name, required: true, "What groups and overlays call the zone.")
    Field(
      "nodeLabelValue", .string, \.nodeLabelValue,
      "The value of zoneNodeLabel on the zone's nodes; the zone's name when absent.")
    Field(
      "index", .located(.integer(in: 0...1_000_000)), \.index,
      "The number in names of workloads and volumes; the position in the list when absent.")
    Field("storageClassName", .string, \.storageClassName, "The storage class of claims that name none.")
  }
}
