internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let governingServiceOfOthers = Rule(
    "governing-service-of-others", .warning,
    "A StatefulSet whose serviceName is a Service that selects other pods",
    because: "Names in DNS are given only to pods that the governing Service selects.",
    bad: """
      selector: {app: db} # the Service governs a StatefulSet whose pods have app: web
      """,
    good: "selector: {app: web}",
    each: \.workloads
  ) { workload, inventory, findings in
    guard workload.isStatefulSet, let node = workload.governingService, let name = node.text,
      let service = inventory.service(name, in: workload.namespace), let selector = service.selector,
      !service.workloads.isEmpty, !workload.isSelected(by: selector)
    else { return }
    findings.add(
      "the Service \"\(name)\" governs \(workload.title) but does not select its pods",
      at: selector.position, in: service.resource, notes: [.init("it is named here", at: node.position)],
      hint: "name a Service that selects the StatefulSet's pods")
  }
}
