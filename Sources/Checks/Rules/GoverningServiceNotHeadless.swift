internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let governingServiceNotHeadless = Rule(
    "governing-service-not-headless", .warning,
    "A StatefulSet whose serviceName is a Service that is not headless",
    because: "Only a headless Service gives each pod a name in DNS."
  ) { inventory, findings in
    for workload in inventory.workloads where workload.isStatefulSet {
      guard let node = workload.governingService, let name = node.text,
        let service = inventory.object("Service", name: name, in: workload.namespace),
        service.object.at("spec", "clusterIP")?.text != "None"
      else { continue }
      findings.add(
        "the Service \"\(name)\" that governs \(workload.title) is not headless", at: service.namePosition,
        in: service, notes: [.init("it is named here", at: node.position)],
        hint: "write clusterIP: None, or name a Service that has it")
    }
  }
}
