internal import Resources
internal import YAML

/// Disruption budgets that a rollout exceeds: it does not ask them, only evictions do.
enum BudgetLosses {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let budgets = input.new.resources.filter {
      $0.gvk.group == "policy" && $0.gvk.kind == "PodDisruptionBudget"
    }
    guard !budgets.isEmpty else { return [] }
    let coverage = BudgetCoverage(input.groups)
    return budgets.compactMap { entry($0, coverage.covered(by: $0), input) }
  }

  private static func entry(
    _ budget: Resource, _ covered: BudgetCoverage.Covered, _ input: PlanInput
  ) -> PlanEntry? {
    let (total, down) = (covered.pods, covered.downAtOnce)
    guard down > 0, let spec = budget.object["spec"], let allowed = allowed(spec, of: total),
      down > allowed
    else { return nil }
    var entry = PlanEntry(
      budget: budget, covered.sets,
      summary:
        "\(ChangeText.object(budget)) allows \(allowed) of \(ChangeText.counted(total, "pod")) to be missing, and \(down) are"
    )
    if covered.groups.count == 1 { entry.addRecipe(covered.groups[0], input, bearing: allowed) }
    return entry
  }

  private static func allowed(_ spec: Node, of total: Int) -> Int? {
    if let most = spec["maxUnavailable"] { return most.share(of: total, roundingUp: true) }
    return spec["minAvailable"]?.share(of: total, roundingUp: true).map { max(0, total - $0) }
  }
}
