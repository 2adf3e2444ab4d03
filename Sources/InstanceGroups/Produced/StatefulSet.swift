import Diagnostics
import Resources
import YAML

/// One StatefulSet for each zone.
enum StatefulSet {
  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    plan.workloads.map { workload in
      let object = object(workload, plan, report)
      return Product(object, plan, zone: workload.zone?.name) { Names.sanitized($0.workload(workload.zone)) }
    }
  }

  private static func object(_ workload: Workload, _ plan: GroupPlan, _ report: Report) -> Node {
    let placeholders = Placeholders(workload, group: plan.names.group, report)
    let settings = placeholders.replace(in: plan.spec.statefulSet.fields)
    let metadata = settings["metadata"]
    let labels = (metadata?["labels"]?.mapping ?? Mapping()).merging(RolloutOperator.labels(plan))
      .merging(plan.labels.ofStatefulSet(workload))
    let annotations = (metadata?["annotations"]?.mapping ?? Mapping()).merging(
      RolloutOperator.annotations(plan)
    )
    .merging(zones(plan)).merging(moved(workload, plan))
    return plan.object(
      "apps/v1", "StatefulSet", name: workload.name, labels: labels, annotations: annotations,
      ["spec": .mapping(spec(workload, settings, plan, placeholders, report))])
  }

  private static func spec(
    _ workload: Workload, _ settings: Mapping, _ plan: GroupPlan, _ placeholders: Placeholders,
    _ report: Report
  ) -> Mapping {
    var spec = settings
    spec["metadata"] = nil
    spec["serviceName"] = plan.governingService.map { .string(placeholders.replaced($0), at: $0.position) }
    spec["replicas"] = .integer(workload.replicas, at: plan.spec.instances.position)
    spec["selector"] = plan.labels.statefulSetSelector(workload, placeholders)
    if workload.firstOrdinal > 0 { spec["ordinals"] = .mapping(["start": .integer(workload.firstOrdinal)]) }
    if let rollout = plan.spec.rollout {
      spec["updateStrategy"] = rollout.value.updateStrategy(workload, settings["updateStrategy"])
    }
    spec["template"] = PodTemplate.build(workload, plan, placeholders, report)
    if !plan.spec.volumeClaimTemplates.isEmpty {
      let reader = Reader(report: report, path: "spec.volumeClaimTemplates")
      spec["volumeClaimTemplates"] = .sequence(VolumeClaims.templates(workload, plan, placeholders, reader))
    }
    return spec
  }

  /// For `zonal plan`, which may see nothing but what was rendered.
  private static func moved(_ workload: Workload, _ plan: GroupPlan) -> Mapping {
    guard let zone = workload.zone else { return Mapping() }
    let override = plan.spec.zoneOverrides.first { sameBytes($0.key.text, zone.name) }?.value
    guard zone.isMoved || override?.moved == true else { return Mapping() }
    return Mapping([.init(key: Scalar(Resource.movedAnnotation), value: .string("true"))])
  }

  /// `P/zones`, the names of the group's zones as JSON.
  private static func zones(_ plan: GroupPlan) -> Mapping {
    let names = plan.workloads.compactMap { $0.zone?.name }
    guard plan.isQuarks, !names.isEmpty else { return Mapping() }
    // Zone names are label values, so there is nothing in them to escape.
    let json = "[" + names.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    return Mapping([.init(key: Scalar("\(plan.labels.prefix)/zones"), value: .string(json))])
  }
}
