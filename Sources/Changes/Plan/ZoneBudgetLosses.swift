internal import Resources
internal import YAML

/// Zone-aware budgets (Grafana's), which let pods of one zone at a time be missing.
enum ZoneBudgetLosses {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let budgets = input.new.resources.filter { $0.gvk.kind == "ZoneAwarePodDisruptionBudget" }
    guard !budgets.isEmpty else { return [] }
    let coverage = BudgetCoverage(input.groups)
    return budgets.compactMap { entry($0, coverage.covered(by: $0), input) }
  }

  private static func entry(
    _ budget: Resource, _ covered: BudgetCoverage.Covered, _ input: PlanInput
  ) -> PlanEntry? {
    let restarting = covered.sets.filter { ($0.update?.atOnce ?? 0) > 0 }
    // What the rollout-operator restarts keeps to the budget by itself.
    let sets = restarting.filter { $0.new?.isOperated != true || $0.update?.isAbrupt == true }
    guard sets.count > 1 else { return nil }
    var entry = PlanEntry(
      budget: budget, sets,
      summary: "\(ChangeText.object(budget)) lets pods of one zone be missing, and those of \(sets.count) are"
    )
    if covered.groups.count == 1 {
      entry.addRecipe(covered.groups[0], input, bearing: covered.groups[0].downInTurn)
    }
    return entry
  }
}
