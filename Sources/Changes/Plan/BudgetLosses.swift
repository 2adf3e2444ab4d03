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
    return budgets.compactMap { entry($0, coverage.groups(of: $0), input) }
  }

  private static func entry(_ budget: Resource, _ groups: [GroupChange], _ input: PlanInput) -> PlanEntry? {
    let total = groups.reduce(0) { $0 + $1.newPods }
    let down = groups.reduce(0) { $0 + $1.downAtOnce }
    guard down > 0, let spec = budget.object["spec"], let allowed = allowed(spec, of: total),
      down > allowed
    else { return nil }
    var entry = PlanEntry(
      kind: .budget, level: .disruptive, objects: [budget] + groups.flatMap(\.sets).compactMap(\.resource),
      summary:
        "\(ChangeText.object(budget)) allows \(allowed) of \(ChangeText.counted(total, "pod")) to be missing, and \(down) are",
      notes: ["a rollout does not ask a budget, only evictions do"])
    if groups.count == 1 { entry.addRecipe(groups[0], input, bearing: allowed) }
    return entry
  }

  private static func allowed(_ spec: Node, of total: Int) -> Int? {
    if let most = spec["maxUnavailable"] { return most.share(of: total, roundingUp: true) }
    return spec["minAvailable"]?.share(of: total, roundingUp: true).map { max(0, total - $0) }
  }
}

/// A `LabelSelector` object: labels, and expressions over them.
struct PodSelector {
  private let node: Node

  init(_ node: Node) {
    self.node = node
  }

  /// The labels that pods must have with these values, among other conditions.
  var labels: [(key: String, value: String)] {
    (node["matchLabels"]?.mapping?.pairs ?? []).compactMap { pair in
      pair.value.text.map { (pair.key.text, $0) }
    }
  }

  func selects(_ labels: Mapping?) -> Bool {
    let wanted = node["matchLabels"]?.mapping?.pairs ?? []
    return wanted.allSatisfy { pair in
      guard let value = pair.value.text, let own = labels?[pair.key.text]?.text else { return false }
      return sameBytes(value, own)
    } && (node["matchExpressions"]?.items ?? []).allSatisfy { holds($0, labels) }
  }

  private func holds(_ expression: Node, _ labels: Mapping?) -> Bool {
    let value = labels?[expression["key"]?.text ?? ""]?.text
    let isNamed = (expression["values"]?.items ?? []).contains { $0.text != nil && $0.text == value }
    switch expression["operator"]?.text {
    case "In": return isNamed
    case "NotIn": return !isNamed
    case "Exists": return value != nil
    case "DoesNotExist": return value == nil
    default: return false
    }
  }
}
