import Diagnostics
import Resources
import YAML

/// The StatefulSet or Deployment of each zone.
enum WorkloadObject {
  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    plan.workloads.map { workload in
      let object = object(workload, plan, report)
      return Product(object, plan, zone: workload.zone?.name) { Names.sanitized($0.workload(workload.zone)) }
    }
  }

  private static func object(_ workload: Workload, _ plan: GroupPlan, _ report: Report) -> Node {
    let placeholders = plan.placeholders(workload, of: .pods, report)
    var settings = plan.spec.statefulSet.fields
    let metadata = settings["metadata"]
    settings["metadata"] = nil
    settings = placeholders.replace(in: settings)
    func own(_ key: String) -> Mapping {
      placeholders.replace(in: metadata?[key]?.mapping ?? Mapping(), under: key)
    }
    let labels = own("labels").merging(RolloutOperator.labels(plan))
      .merging(plan.labels.ofStatefulSet(workload, placeholders))
    let annotations = own("annotations").merging(RolloutOperator.annotations(workload, plan, placeholders))
      .merging(zones(plan)).merging(moved(workload, plan)).merging(order(workload, plan))
    let spec =
      plan.isDeployment
      ? deployment(workload, settings, plan, placeholders, report)
      : statefulSet(workload, settings, plan, placeholders, report)
    return plan.object(
      "apps/v1", plan.spec.workload.value.rawValue, name: workload.name, labels: labels,
      annotations: annotations,
      ["spec": .mapping(spec)], placeholders)
  }

  private static func statefulSet(
    _ workload: Workload, _ settings: Mapping, _ plan: GroupPlan, _ placeholders: Placeholders,
    _ report: Report
  ) -> Mapping {
    var spec = settings
    spec["serviceName"] = plan.governingService.map { .string(placeholders.replaced($0), at: $0.position) }
    spec["replicas"] = replicas(workload, plan)
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

  private static func deployment(
    _ workload: Workload, _ settings: Mapping, _ plan: GroupPlan, _ placeholders: Placeholders,
    _ report: Report
  ) -> Mapping {
    var spec = settings
    spec["replicas"] = replicas(workload, plan)
    spec["selector"] = plan.labels.statefulSetSelector(workload, placeholders)
    spec["updateStrategy"] = nil
    // The same setting under the name that it has there.
    spec["strategy"] = settings["updateStrategy"]
    spec["template"] = PodTemplate.build(workload, plan, placeholders, report)
    return spec
  }

  private static func replicas(_ workload: Workload, _ plan: GroupPlan) -> Node? {
    plan.spec.replicas == .managed ? .integer(workload.replicas, at: plan.spec.instances.position) : nil
  }

  /// For `zonal plan`, which may see nothing but what was rendered.
  private static func moved(_ workload: Workload, _ plan: GroupPlan) -> Mapping {
    guard let zone = workload.zone else { return Mapping() }
    let override = plan.spec.zoneOverrides.first { sameBytes($0.key.text, zone.name) }?.value
    guard zone.isMoved || override?.moved == true else { return Mapping() }
    return Mapping([.init(key: Scalar(Resource.movedAnnotation), value: .string("true"))])
  }

  /// For `zonal plan`, too; waves tell the order themselves.
  private static func order(_ workload: Workload, _ plan: GroupPlan) -> Mapping {
    guard let rollout = plan.spec.rollout?.value, !rollout.order.isEmpty, rollout.strategy != .syncWaves
    else {
      return Mapping()
    }
    return Mapping([.init(key: Scalar(Resource.orderAnnotation), value: .string(String(workload.rank)))])
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
