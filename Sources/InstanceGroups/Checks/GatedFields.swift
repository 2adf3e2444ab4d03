import Diagnostics
import Resources
import YAML

/// Fields of Kubernetes' own that an older server drops without a word.
enum GatedFields {
  private struct Field {
    let path: [String]
    /// The values that are meant; empty: all.
    let values: [String]
    let since: KubernetesVersion

    init(_ path: String, _ major: Int, _ minor: Int, of values: [String] = []) {
      self.path = path.split(separator: ".").map(String.init)
      self.values = values
      since = KubernetesVersion(major, minor)
    }
  }

  /// The first version in which a server keeps the field without a feature gate of its own.
  private static let fields: [Field] = [
    Field("template.spec.schedulingGates", 1, 27),
    Field("template.spec.topologySpreadConstraints.matchLabelKeys", 1, 27),
    Field("spread.matchLabelKeys", 1, 27),
    Field("statefulSet.persistentVolumeClaimRetentionPolicy", 1, 27),
    Field("template.spec.initContainers.restartPolicy", 1, 29),
    Field("template.spec.securityContext.appArmorProfile", 1, 30),
    Field("template.spec.containers.securityContext.appArmorProfile", 1, 30),
    Field("template.spec.containers.lifecycle.preStop.sleep", 1, 30),
    Field("services.trafficDistribution", 1, 31),
    Field("services.trafficDistribution", 1, 34, of: ["PreferSameZone", "PreferSameNode"]),
    Field("template.spec.securityContext.supplementalGroupsPolicy", 1, 33),
    Field("template.spec.containers.resizePolicy", 1, 33),
    Field("template.spec.hostUsers", 1, 33),
    Field("template.spec.resources", 1, 34),
    Field("template.spec.resourceClaims", 1, 34),
    Field("volumeClaimTemplates.spec.volumeAttributesClassName", 1, 34),
    Field("statefulSet.updateStrategy.rollingUpdate.maxUnavailable", 1, 35),
  ]

  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    let version = plan.topology.kubernetesVersion
    let written = written(plan.spec)
    for field in fields where field.since > version.value {
      for pair in written.fields(at: field.path) {
        let value = field.values.first { $0 == pair.value.text }
        guard value != nil || field.values.isEmpty else { continue }
        report.warning(
          "field-dropped-by-server",
          value.map { "\"\($0)\" needs Kubernetes \(field.since); an older server refuses it" }
            ?? "\"\(pair.key.text)\" needs Kubernetes \(field.since); an older server drops it",
          at: value == nil ? pair.key.position : pair.value.position,
          notes: [.init("the oldest server to support is \(version.value)", at: version.position.known)],
          hint: "leave it out, or raise kubernetesVersion in the Topology")
      }
    }
  }

  /// What a group says in Kubernetes' own words.
  private static func written(_ spec: InstanceGroupSpec) -> Node {
    let services =
      [spec.services.perInstance.common, spec.services.perZone.common]
      + (spec.services.aggregate ?? []).map(\.common)
    return .mapping([
      "template": spec.template,
      "volumeClaimTemplates": .sequence(spec.volumeClaimTemplates),
      "statefulSet": .mapping(spec.statefulSet.fields),
      "services": .sequence(services.map { .mapping($0.spec) }),
      "spread": .sequence(spec.placement.spread),
    ])
  }
}
