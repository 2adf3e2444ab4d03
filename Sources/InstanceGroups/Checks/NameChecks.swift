import Diagnostics
import YAML

/// Names that had to be changed, names that are too long, and names that two objects would share.
enum NameChecks {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    checkGroupName(plan, report)
    checkWorkloads(plan, setting, report)
    for service in plan.spec.services.aggregate ?? [] where !plan.isErrand {
      reportChange(
        of: plan.names.written(service.name.value),
        to: Names.sanitized(plan.names.written(service.name.value)),
        at: service.name.position, report)
    }
    checkServices(plan, report)
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

  private static func reportChange(of name: String, to other: String, at position: Position, _ report: Report)
  {
    guard !sameBytes(name, other) else { return }
    report.warning(
      "name-changed", "the name \"\(name)\" becomes \"\(other)\"", at: position,
      notes: [.init("a name in Kubernetes has lower-case letters, digits and \"-\"")],
      hint: "write \"\(other)\"")
  }

  private static func checkWorkloads(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    let position = plan.group.metadata.name.position
    if plan.isErrand {
      let hash = plan.spec.lifecycle == .autoErrand ? "-0123456789" : ""
      (hash.isEmpty ? NameLimit.cronJob : .job).check(plan.names.group + hash, at: position, report)
      return
    }
    for workload in plan.workloads {
      let written = plan.names.workload(workload.zone)
      if workload.zone != nil {
        reportChange(of: written, to: workload.name, at: plan.topology.workloadName.position, report)
      }
      NameLimit.statefulSet.check(workload.name, at: position, report)
      if let last = workload.ordinals.last {
        NameLimit.pod.check(workload.pod(last), at: position, report)
        if plan.hasInstanceServices {
          NameLimit.service.check(workload.names.instanceService(last), at: position, report)
        }
      }
      if let twin = plan.workloads.first(where: { $0.name == workload.name }),
        twin.azIndex != workload.azIndex
      {
        report.error(
          "name-taken",
          "the StatefulSets of the zones \"\(twin.zone?.name ?? "")\" and \"\(workload.zone?.name ?? "")\""
            + " are both called \"\(workload.name)\"", at: position,
          hint: "use {index} in the Topology's workloadName, or rename a zone")
      }
    }
  }

  private static func checkServices(_ plan: GroupPlan, _ report: Report) {
    var taken: [String: String] = [:]
    func take(_ name: String, for owner: String, at position: Position) {
      if let other = taken.updateValue(owner, forKey: name) {
        report.error(
          "name-taken", "two Services of the group \"\(plan.group.name)\" are called \"\(name)\"",
          at: position,
          notes: [.init("one is \(other), the other \(owner)")], hint: "rename the aggregate Service")
      }
    }
    if plan.hasInstanceServices {
      for workload in plan.workloads {
        for ordinal in workload.ordinals { taken[workload.names.instanceService(ordinal)] = "of an instance" }
      }
    }
    if plan.spec.services.perZone.enabled?.value ?? false {
      for workload in plan.workloads where workload.zone != nil {
        take(workload.name, for: "of a zone", at: plan.position)
      }
    }
    for service in plan.aggregates {
      let position = service.name.position.isKnown ? service.name.position : plan.group.metadata.name.position
      take(service.name.value, for: "an aggregate", at: position)
      NameLimit.service.check(service.name.value, at: position, report)
      if service.name.value.utf8.first.map({ $0 < UInt8(ascii: "a") }) ?? true {
        report.error(
          "bad-service-name", "the Service name \"\(service.name.value)\" does not begin with a letter",
          at: position, notes: [.init("Kubernetes refuses such a Service: its name is a DNS name")],
          hint: "give the group or the aggregate Service another name")
      }
    }
  }
}
