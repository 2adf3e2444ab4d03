import Diagnostics
import YAML

/// Names that had to be changed, names that are too long, and names that two StatefulSets would share.
enum NameChecks {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    checkGroupName(plan, report)
    let patterns = [plan.spec.workloadName] + plan.spec.zoneOverrides.map(\.value.workloadName)
    for pattern in patterns.compactMap(\.self) { WorkloadName.checkParts(pattern, report) }
    if plan.isErrand { checkErrand(plan, report) } else { checkWorkloads(plan, report) }
    checkAggregates(plan, report)
  }

  private static func checkGroupName(_ plan: GroupPlan, _ report: Report) {
    let position = plan.group.metadata.name.position
    guard !plan.names.group.isEmpty else {
      report.error(
        "bad-name", "the group name \"\(plan.group.name)\" has nothing that a name may have", at: position,
        hint: "use lower-case letters, digits and \"-\"")
      return
    }
    reportChange(of: plan.group.name, to: plan.names.group, at: position, report)
  }

  private static func reportChange(
    of name: String, to other: String, at position: Position?, _ report: Report
  ) {
    guard !sameBytes(name, other) else { return }
    report.warning(
      "name-changed", "the name \"\(name)\" becomes \"\(other)\"", at: position,
      notes: [.init("a name in Kubernetes has lower-case letters, digits and \"-\"")],
      hint: "write \"\(other)\"")
  }

  private static func checkErrand(_ plan: GroupPlan, _ report: Report) {
    let limit = plan.spec.lifecycle == .autoErrand ? NameLimit.job : .cronJob
    limit.check(plan.names.group, at: plan.group.metadata.name.position, report)
  }

  private static func checkWorkloads(_ plan: GroupPlan, _ report: Report) {
    let position = plan.group.metadata.name.position
    let firsts = Dictionary(plan.workloads.map { (KeyBytes(text: $0.name), $0) }) { first, _ in first }
    for workload in plan.workloads {
      let written = plan.names.workload(workload.zone)
      if workload.zone != nil || plan.spec.workloadName != nil {
        let pattern = plan.spec.workloadName ?? plan.topology.workloadName
        reportChange(of: written, to: workload.name, at: pattern.position.known, report)
      }
      (plan.isDeployment ? NameLimit.deployment : .statefulSet).check(workload.name, at: position, report)
      if plan.hasInstances, let last = workload.ordinals.last {
        NameLimit.pod.check(workload.pod(last), at: position, report)
        if plan.hasInstanceServices {
          NameLimit.service.check(workload.names.instanceService(last), at: position, report)
        }
      }
      if let twin = firsts[workload.name], twin.azIndex != workload.azIndex {
        report.error(
          "name-taken",
          "the \(plan.spec.workload.value.rawValue)s of the zones \"\(twin.zone?.name ?? "")\" and \"\(workload.zone?.name ?? "")\""
            + " are both called \"\(workload.name)\"", at: plan.spec.workloadName?.position ?? position,
          hint: "use {index} or {zone} in workloadName, or rename a zone")
      }
    }
  }

  private static func checkAggregates(_ plan: GroupPlan, _ report: Report) {
    for (index, service) in plan.aggregates.enumerated() {
      let name = service.name.value
      let position = service.name.position.known ?? plan.group.metadata.name.position
      if let written = plan.spec.services.aggregate?[index].name.value {
        reportChange(of: plan.names.named(written), to: name, at: position, report)
      }
      NameLimit.service.check(name, at: position, report)
      if name.utf8.first.map({ $0 < UInt8(ascii: "a") }) ?? true {
        report.error(
          "bad-service-name", "the Service name \"\(name)\" does not begin with a letter",
          at: position, notes: [.init("Kubernetes refuses such a Service: its name is a DNS name")],
          hint: "give the group or the aggregate Service another name")
      }
    }
  }
}
