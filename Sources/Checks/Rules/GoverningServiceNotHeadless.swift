internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let governingServiceNotHeadless = Rule(
    "governing-service-not-headless", .warning,
    "A StatefulSet whose serviceName is a Service that is not headless",
    because: "Only a headless Service gives each pod a name in DNS.",
    bad: """
      kind: Service
      metadata:
        name: web # serviceName of a StatefulSet with several pods
      spec:
        selector: {app: web}
        ports: [{port: 80}]
      """,
    good: """
      spec:
        clusterIP: None
        selector: {app: web}
      """,
    each: \.workloads
  ) { workload, inventory, findings in
    guard workload.isStatefulSet, let node = workload.governingService, let name = node.text,
      let service = inventory.object("Service", name: name, in: workload.namespace),
      service.object.at("spec", "clusterIP")?.text != "None",
      inventory.replicas(of: workload) != 1 || isShared(service, inventory)
    else { return }
    findings.add(
      "the Service \"\(name)\" that governs \(workload.title) is not headless", at: service.namePosition,
      in: service, notes: [.init("it is named here", at: node.position)],
      hint: "write clusterIP: None, or name a Service that has it")
  }

  /// Whether it stands for more than one pod: a single one is found by the name of the Service.
  private static func isShared(_ service: Resource, _ inventory: Inventory) -> Bool {
    inventory.service(service.name, in: service.effectiveNamespace).map { $0.workloads.count > 1 } ?? false
  }
}
