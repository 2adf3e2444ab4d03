internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingGoverningService = Rule(
    "missing-governing-service", .warning, "A StatefulSet whose serviceName is no Service",
    because: "Its pods get no names in DNS, so that nobody finds a particular one.",
    bad: "serviceName: wbe # the Service is called web",
    good: "serviceName: web",
    scope: .whole,
    each: \.workloads
  ) { workload, inventory, findings in
    guard workload.isStatefulSet, let node = workload.governingService, let name = node.text,
      !name.isEmpty,
      inventory.object("Service", name: name, in: workload.namespace) == nil,
      !inventory.operators.mayMake(name, in: workload.namespace)
    else { return }
    findings.add(
      "\(workload.title) is governed by a Service \"\(name)\" that is not there", at: node.position,
      in: workload.resource,
      hint: inventory.likely("Service", name: name, in: workload.namespace)
        ?? "add a Service of that name with clusterIP: None")
  }
}
