internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let serviceSelectsNothing = Rule(
    "service-selects-nothing", .warning, "A Service whose selector matches no pod template",
    because: "It never gets endpoints: whoever connects to it waits, or is refused.",
    bad: "selector: {app: wbe} # the pods have app: web",
    good: "selector: {app: web}",
    each: \.services
  ) { service, inventory, findings in
    guard service.workloads.isEmpty else { return }
    let namespace = service.resource.effectiveNamespace
    guard let selector = service.selector, inventory.lacksPods(selectedBy: selector, in: namespace) else {
      return
    }
    findings.add(
      "the Service \"\(service.name)\" selects no pods", at: selector.position, in: service.resource,
      hint: selector.remedy(inventory, in: namespace))
  }
}
