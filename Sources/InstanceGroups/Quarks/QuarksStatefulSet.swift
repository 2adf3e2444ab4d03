import Diagnostics
import Resources
import YAML

/// What the Quarks operator took as a StatefulSet over zones.
struct QuarksStatefulSet {
  var spec = Spec()

  struct Spec {
    var zones: [Located<String>] = []
    var zoneNodeLabel: Located<String>?
    var template: Node?
    var injectReplicasEnv = true
    var activePassiveProbes: Located<Mapping>?
    var updateOnConfigChange = false
  }

  static func isKind(of resource: Resource) -> Bool {
    resource.gvk.kind == "QuarksStatefulSet" && resource.gvk.group == "quarks.cloudfoundry.org"
  }

  /// Objects that were read from a cluster have more metadata than was written.
  static let schema = Schema("QuarksStatefulSet", initial: QuarksStatefulSet()) {
    Field("apiVersion", checked: .string, "The version of the kind's schema.")
    Field("kind", checked: .string, "The kind of object.")
    Field("metadata", checked: .mapping, required: true, "Name, namespace and labels.")
    Field("spec", .object(specSchema), \.spec, required: true, "What is wanted.")
    Field("status", checked: .node, "What the operator wrote; passed over.")
  }

  private static let specSchema = Schema("QuarksStatefulSet spec", initial: Spec()) {
    Field(
      "zones", .list(of: .located(.string), atMost: Zone.most), \.zones,
      "The zones; one StatefulSet for each.")
    Field("zoneNodeLabel", .located(.string), \.zoneNodeLabel, "The label by which nodes say their zone.")
    Field("template", .mappingNode, \.template, required: true, "The StatefulSet.")
    Field("injectReplicasEnv", .boolean, \.injectReplicasEnv, "Whether containers get REPLICAS.")
    Field(
      "activePassiveProbes", .located(.mapping), \.activePassiveProbes,
      "Probes by which the operator found the active pod.")
    Field(
      "updateOnConfigChange", .boolean, \.updateOnConfigChange,
      "Whether pods restart when a ConfigMap or Secret of theirs changes.")
  }
}
