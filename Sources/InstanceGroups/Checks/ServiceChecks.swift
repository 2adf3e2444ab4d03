import Diagnostics
import YAML

/// Services that can't be, or that do not do what one expects of them.
enum ServiceChecks {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    ServicePort.check(plan.ports, report)
    NodePorts.check(plan, report)
    checkPorts(plan, report)
    checkGoverningService(plan, report)
    checkUnreadyPeers(plan, report)
    if let enabled = plan.spec.services.perZone.enabled, enabled.value,
      plan.workloads.allSatisfy({ $0.zone == nil })
    {
      report.error(
        "zone-service-without-zones",
        "the group \"\(plan.group.name)\" is not zoned and has no Services of zones",
        at: enabled.position, hint: "name its zones under spec.zones, or leave services.perZone out")
    }
    if let enabled = plan.spec.services.perZone.enabled, enabled.value, plan.workloads.count > 1,
      !plan.labels.tellZonesApart
    {
      report.error(
        "zone-service-of-all-zones",
        "nothing that the pods carry tells the Services of the zones which pods are theirs",
        at: enabled.position,
        hint: "use a label in spec.selector whose value has $(zone.name), or leave services.perZone out")
    }
  }

  /// Without ports only a headless Service is possible.
  private static func checkPorts(_ plan: GroupPlan, _ report: Report) {
    guard plan.ports.isEmpty else { return }
    let remedy = "declare ports on the containers, or list them under spec.ports"
    let services = plan.spec.services
    func hasPorts(_ settings: CommonServiceSettings) -> Bool { settings.spec["ports"] != nil }
    for service in plan.aggregates where !service.headless && !hasPorts(service.common) {
      report.error(
        "service-without-ports", "the Service \"\(service.name.value)\" has no ports",
        at: service.name.position,
        notes: [.init("only a headless Service can be without")],
        hint: remedy + ", or write \"headless: true\"")
    }
    let perZone = services.perZone
    if let enabled = perZone.enabled, enabled.value, perZone.type != .headless, !hasPorts(perZone.common) {
      report.error(
        "service-without-ports", "the Services of the zones have no ports", at: enabled.position, hint: remedy
      )
    }
    if let enabled = services.perInstance.enabled, enabled.value {
      report.warning(
        "service-without-ports", "there are no Services for the instances because the group has no ports",
        at: enabled.position, hint: remedy)
    }
  }

  private static func checkGoverningService(_ plan: GroupPlan, _ report: Report) {
    guard plan.hasInstances, plan.spec.statefulSet.serviceName == nil, !plan.input.isQuarks else { return }
    guard let first = plan.aggregates.first else {
      report.warning(
        "no-governing-service",
        "the pods of \"\(plan.group.name)\" have no DNS names: no Service governs them",
        at: plan.group.metadata.name.position,
        hint: "add an aggregate Service with \"headless: true\"")
      return
    }
    guard !plan.aggregates.contains(where: \.headless) else { return }
    report.warning(
      "no-headless-service",
      "the pods of \"\(plan.group.name)\" have no DNS names: the Service \"\(first.name.value)\" is not headless",
      at: first.name.position, hint: "add an aggregate Service with \"headless: true\"")
  }

  /// Clients must not be led to members that have not found each other yet. (The headless Service that governs the
  /// StatefulSets is where they look each other up, and who uses the Service of one instance knows whom it wants.)
  private static func checkUnreadyPeers(_ plan: GroupPlan, _ report: Report) {
    guard plan.hasInstances, plan.spec.statefulSet.podManagementPolicy == .parallel else { return }
    let governing = plan.governingService?.value
    let others = plan.aggregates.filter { service in
      !(service.headless && governing.map { sameBytes($0, service.name.value) } ?? false)
    }
    let settings = others.map(\.common.publishNotReadyAddresses)
    guard let published = settings.first(where: \.value) else { return }
    report.warning(
      "unready-peers-in-parallel",
      "the instances of \"\(plan.group.name)\" all start at once and are reached before they are ready",
      at: published.position,
      notes: [
        .init(
          "podManagementPolicy Parallel starts them at once",
          at: plan.spec.statefulSet.fields.key("podManagementPolicy")?.position)
      ],
      hint: "publish those that are not ready in the headless Service that governs them only")
  }
}
