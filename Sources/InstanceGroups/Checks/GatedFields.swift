import Diagnostics
import Resources
import YAML

/// Fields of Kubernetes' own that an older server drops without a word.
enum GatedFields {
  private struct Field {
    let path: String
    let since: KubernetesVersion

    init(_ path: String, _ major: Int, _ minor: Int) {
      self.path = path
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
      for key in written.fields(at: field.path).map(\.key) {
        report.warning(
          "field-dropped-by-server",
          "\"\(key.text)\" needs Kubernetes \(field.since); an older server drops it", at: key.position,
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
