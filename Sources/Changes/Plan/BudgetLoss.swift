internal import Resources
internal import YAML

/// A disruption budget that a rollout exceeds: it does not ask budgets, only evictions do.
struct BudgetLoss: PlanFinding {
  let budget: Resource
  /// The StatefulSets that it covers, and the number of their pods.
  let sets: [StatefulSetChange]
  let pods: Int
  let down: Int
  /// How many it allows to be missing.
  let allowed: Int
  /// How to keep to it; `nil` where there is no such way.
  let recipe: RolloutRecipe?

  static func all(in input: PlanInput) -> [BudgetLoss] {
    let budgets = input.new.resources.filter {
      $0.gvk.group == "policy" && $0.gvk.kind == "PodDisruptionBudget"
    }
    guard !budgets.isEmpty else { return [] }
    let coverage = BudgetCoverage(input.groups)
    return budgets.compactMap { BudgetLoss($0, coverage.covered(by: $0), input) }
  }

  private init?(_ budget: Resource, _ covered: BudgetCoverage.Covered, _ input: PlanInput) {
    (pods, down) = (covered.pods, covered.downAtOnce)
    guard down > 0, let spec = budget.object["spec"],
      let allowed = Self.allowed(spec, of: covered.pods), down > allowed
    else { return nil }
    self.budget = budget
    self.allowed = allowed
    sets = covered.sets
    recipe =
      covered.groups.count == 1 ? RolloutRecipe(covered.groups[0], input, bearing: allowed) : nil
  }

  private static func allowed(_ spec: Node, of total: Int) -> Int? {
    if let most = spec["maxUnavailable"] { return most.share(of: total, roundingUp: true) }
    return spec["minAvailable"]?.share(of: total, roundingUp: true).map { max(0, total - $0) }
  }
}

// MARK: - In words

extension BudgetLoss {
  var entry: PlanEntry {
    var entry = PlanEntry(
      budget: budget, sets,
      summary:
        "\(ChangeText.object(budget)) allows \(allowed) of \(ChangeText.counted(pods, "pod")) to be missing, and \(down) are"
    )
    if let recipe { entry.add(recipe) }
    return entry
  }
}

extension PlanEntry {
  /// An entry about a budget and StatefulSets that it covers, of very many only the first.
  ///
  /// As many budgets over as many StatefulSets would list their product.
  init(budget: Resource, _ sets: [StatefulSetChange], summary: String) {
    self.init(
      kind: .budget, level: .disruptive,
      objects: [budget] + sets.prefix(Self.mostListed).compactMap(\.resource), summary: summary,
      notes: ["a rollout does not ask a budget, only evictions do"])
    if sets.count > Self.mostListed {
      notes.append("\(sets.count - Self.mostListed) more StatefulSets are under it, which are not listed")
    }
  }

  private static var mostListed: Int { 100 }
}
