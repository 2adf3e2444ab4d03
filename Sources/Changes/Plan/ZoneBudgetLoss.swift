internal import Resources

/// A zone-aware budget (Grafana's), which lets pods of one zone at a time be missing, and of which more are.
struct ZoneBudgetLoss: PlanFinding {
  let budget: Resource
  /// The StatefulSets whose pods are missing at the same time.
  let sets: [StatefulSetChange]
  /// How to keep to it; `nil` where there is no such way.
  let recipe: RolloutRecipe?

  static func all(in input: PlanInput) -> [ZoneBudgetLoss] {
    let budgets = input.new.resources.filter { $0.gvk.kind == "ZoneAwarePodDisruptionBudget" }
    guard !budgets.isEmpty else { return [] }
    let coverage = BudgetCoverage(input.groups)
    return budgets.compactMap { ZoneBudgetLoss($0, coverage.covered(by: $0), input) }
  }

  private init?(_ budget: Resource, _ covered: BudgetCoverage.Covered, _ input: PlanInput) {
    let restarting = covered.sets.filter { ($0.update?.atOnce ?? 0) > 0 }
    // What the rollout-operator restarts keeps to the budget by itself.
    sets = restarting.filter { $0.new?.isOperated != true || $0.update?.isAbrupt == true }
    guard sets.count > 1 else { return nil }
    self.budget = budget
    recipe =
      covered.groups.count == 1
      ? RolloutRecipe(covered.groups[0], input, bearing: covered.groups[0].downInTurn) : nil
  }
}

// MARK: - In words

extension ZoneBudgetLoss {
  var entry: PlanEntry {
    var entry = PlanEntry(
      budget: budget, sets,
      summary: "\(ChangeText.object(budget)) lets pods of one zone be missing, and those of \(sets.count) are"
    )
    if let recipe { entry.add(recipe) }
    return entry
  }
}
