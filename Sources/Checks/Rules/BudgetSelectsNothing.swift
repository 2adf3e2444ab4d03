internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let budgetSelectsNothing = Rule(
    "budget-selects-nothing", .warning, "A disruption budget that selects no pods",
    because: "The pods that it was written for are evicted all at once.",
    bad: """
      selector:
        matchLabels: {app: wbe} # the pods have app: web
      """,
    good: """
      selector:
        matchLabels: {app: web}
      """,
    each: \.budgets
  ) { budget, inventory, findings in
    guard budget.workloads.isEmpty else { return }
    let namespace = budget.resource.effectiveNamespace
    // An empty selector means every pod that there will ever be; without one there will be none.
    if let selector = budget.selector {
      guard !selector.requirements.isEmpty, inventory.lacksPods(selectedBy: selector, in: namespace) else {
        return
      }
    }
    findings.add(
      "the disruption budget \"\(budget.name)\" selects no pods", at: budget.selector?.position,
      in: budget.resource,
      hint: budget.selector?.remedy(inventory, in: namespace)
        ?? "give it a selector that matches the pod template's labels")
  }
}
