import Diagnostics
import Resources
import YAML

/// Makes an instance group without Services of a QuarksStatefulSet: the rest of the way is the same.
struct QuarksConversion {
  private static let labelPrefix = "quarks.cloudfoundry.org"
  private static let deprecatedZoneLabel = "failure-domain.beta.kubernetes.io/zone"

  let resource: Resource
  let report: Report

  /// - Parameter topology: its zone label goes before the object's own.
  func input(topology: Topology?, _ references: ConfigReferences) -> GroupInput? {
    let reader = Reader(report: report)
    guard let quarks = QuarksStatefulSet.schema.decode(resource.object, reader),
      let template = quarks.spec.template
    else { return nil }
    reportProbes(quarks.spec)
    let path = reader.field("spec").field("template")
    guard let statefulSet = template["spec"]?.mapping else {
      report.error(
        "missing-field", "the StatefulSet needs the field \"\(path.field("spec").path)\"",
        at: template.position,
        hint: "write its replicas and pod template there")
      return nil
    }
    guard let spec = groupSpec(quarks.spec, template, statefulSet, path.field("spec")) else { return nil }
    var group = InstanceGroup(spec: spec)
    group.metadata.name = Located(resource.name, resource.namePosition)
    group.metadata.labels = resource.labels ?? Mapping()
    group.metadata.annotations = resource.annotations ?? Mapping()
    var input = GroupInput(group: group, resource: resource)
    input.isQuarks = true
    input.groupLabel = label("instance-group-name", in: template)?.value
    if topology == nil { input.zoneNodeLabel = zoneNodeLabel(quarks.spec) }
    if quarks.spec.updateOnConfigChange {
      input.configHash = references.hash(of: spec.template, in: resource.namespace)
    }
    return input
  }

  private func groupSpec(
    _ quarks: QuarksStatefulSet.Spec, _ template: Node, _ statefulSet: Mapping, _ reader: Reader
  ) -> InstanceGroupSpec? {
    var spec = InstanceGroupSpec()
    guard let pods = statefulSet["template"] else {
      report.error(
        "missing-field", "the StatefulSet needs the field \"\(reader.field("template").path)\"",
        at: statefulSet.position, hint: "write the pods' template there")
      return nil
    }
    guard let pods = PodTemplateShape.shape.read(pods, reader.field("template")) else { return nil }
    spec.template = pods
    spec.instances = Located(1, statefulSet.position)
    if let replicas = statefulSet["replicas"], !replicas.isNull {
      guard let count = Shape<Int>.instances.read(replicas, reader.field("replicas")) else { return nil }
      spec.instances = Located(count, replicas.position)
    }
    spec.deployment = label("deployment-name", in: template)
    spec.zones = quarks.zones
    spec.volumeClaimTemplates = statefulSet["volumeClaimTemplates"]?.items ?? []
    spec.environment.replicas = quarks.injectReplicasEnv
    spec.services.perInstance.enabled = Located(false, .none)
    spec.services.aggregate = []
    spec.statefulSet = settings(statefulSet, template["metadata"])
    return spec
  }

  /// The fields of the StatefulSet that a group does not set itself. Its selector, too, was Quarks' own.
  private func settings(_ statefulSet: Mapping, _ metadata: Node?) -> StatefulSetSettings {
    var settings = StatefulSetSettings()
    settings.fields = statefulSet
    for field in ["replicas", "selector", "template", "volumeClaimTemplates"] { settings.fields[field] = nil }
    settings.metadata.labels = metadata?["labels"]?.mapping ?? Mapping()
    settings.fields["metadata"] = .mapping([
      "labels": metadata?["labels"], "annotations": metadata?["annotations"],
    ])
    settings.serviceName = statefulSet["serviceName"].flatMap { node in
      node.text.map { Located($0, node.position) }
    }
    return settings
  }

  /// A label that the manifests of a BOSH deployment carry.
  private func label(_ name: String, in template: Node) -> Located<String>? {
    let places = [template, template.at("spec", "template") ?? .null, resource.object]
    for place in places {
      let label = place.at("metadata", "labels", "\(Self.labelPrefix)/\(name)")
      if let label, let text = label.string { return Located(text, label.position) }
    }
    return nil
  }

  private func zoneNodeLabel(_ spec: QuarksStatefulSet.Spec) -> String {
    let label = spec.zoneNodeLabel ?? Located(Self.deprecatedZoneLabel, resource.position)
    if !spec.zones.isEmpty, label.value == Self.deprecatedZoneLabel {
      report.warning(
        "deprecated-zone-label", "the node label \"\(label.value)\" is long deprecated", at: label.position,
        hint: "write \"zoneNodeLabel: topology.kubernetes.io/zone\", or add a Topology")
    }
    return label.value
  }

  private func reportProbes(_ spec: QuarksStatefulSet.Spec) {
    guard let probes = spec.activePassiveProbes, !probes.value.isEmpty else { return }
    report.warning(
      "active-passive-probes", "nothing in the cluster runs \"spec.activePassiveProbes\"",
      at: probes.position,
      notes: [.init("the Quarks operator ran them and labelled the active pod")],
      hint:
        "let the program, or a sidecar that elects a leader, set \(Self.labelPrefix)/pod-active on its pod")
  }
}
