internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let budgetForbidsEviction = Rule(
    "budget-forbids-eviction", .warning, "A disruption budget that allows no eviction at all",
    because:
      "Nodes can't be drained, so that upgrades of the cluster stand still until somebody deletes the pod."
  ) { inventory, findings in
    for budget in inventory.budgets {
      guard let spec = budget.resource.object["spec"] else { continue }
      let most = ["maxUnavailable", "maxUnavailablePercentage"].lazy.compactMap { spec[$0] }.first
      if let most, Amount(most)?.rounded(of: 100) == 0 {
        findings.add(
          "the disruption budget \"\(budget.name)\" lets no pod be unavailable", at: most.position,
          in: budget.resource, hint: "allow 1 at least")
      }
      guard let least = spec["minAvailable"], let amount = Amount(least) else { continue }
      if amount.isEverything, inventory.hasPods(in: budget.resource.effectiveNamespace) {
        findings.add(
          "the disruption budget \"\(budget.name)\" wants all of its pods, so none may be evicted",
          at: least.position, in: budget.resource, hint: "write maxUnavailable: 1")
        continue
      }
      let counts = budget.workloads.map { inventory.replicas(of: $0) }
      let total = counts.reduce(0) { $0 + ($1 ?? 0) }
      let needed = amount.rounded(of: total)
      guard total > 0, !counts.contains(nil), needed >= total, budget.selector?.tellsInstancesApart == false
      else { continue }
      findings.add(
        "the disruption budget \"\(budget.name)\" wants \(needed) of \(total) pods, so none may be evicted",
        at: least.position, in: budget.resource,
        hint: "write maxUnavailable: 1, or run more pods than it wants")
    }
  }
}

/// A number of pods, or a share of them.
private struct Amount {
  private let number: Int
  private let isShare: Bool

  init?(_ node: Node) {
    guard let text = node.text else { return nil }
    isShare = text.hasSuffix("%")
    guard let number = Int32(isShare ? text.dropLast() : text[...]) else { return nil }
    self.number = Int(number)
  }

  /// Whether it is all pods, however many there are.
  var isEverything: Bool { isShare && number >= 100 }

  /// The disruption controller rounds shares up, of what is wanted and of what may be away.
  func rounded(of total: Int) -> Int { isShare ? (total * number + 99) / 100 : number }
}
