internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingGoverningService = Rule(
    "missing-governing-service", .warning, "A StatefulSet whose serviceName is no Service",
    because: "Its pods get no names in DNS, so that nobody finds a particular one."
  ) { inventory, findings in
    for workload in inventory.workloads where workload.isStatefulSet {
      guard let node = workload.resource.object.at("spec", "serviceName"), let name = node.text,
        !name.isEmpty,
        inventory.object("Service", name: name, in: workload.namespace) == nil
      else { continue }
      let services = inventory.services.lazy.filter { $0.isHeadless }.map(\.name)
      findings.add(
        "\(workload.title) is governed by a Service \"\(name)\" that is not there", at: node.position,
        in: workload.resource,
        hint: likely(name, among: services)
          ?? "add a Service of that name with clusterIP: None")
    }
  }
}
