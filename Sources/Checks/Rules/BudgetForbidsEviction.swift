internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let budgetForbidsEviction = Rule(
    "budget-forbids-eviction", .warning, "A disruption budget that allows no eviction at all",
    because:
      "Nodes can't be drained, so that upgrades of the cluster stand still until somebody deletes the pod.",
    bad: "minAvailable: 3 # of 3 replicas, or of an autoscaler's minReplicas: 3",
    good: "maxUnavailable: 1"
  ) { inventory, findings in
    var totals = Remembered<Workload, PodCount?>()
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
      guard let pods = totals.value(of: budget.selection, { PodCount($0, inventory) }),
        amount.rounded(of: pods.total) >= pods.total, budget.selector?.tellsInstancesApart == false
      else { continue }
      findings.add(
        "the disruption budget \"\(budget.name)\" wants \(amount.rounded(of: pods.total)) of \(pods.total) pods, so none may be evicted",
        at: least.position, in: budget.resource,
        notes: pods.scaler.map {
          [.init("\(pods.total) is all that there are while the autoscaler keeps the least", at: $0)]
        } ?? [],
        hint: "write maxUnavailable: 1, or run more pods than it wants")
    }
  }
}

/// How many pods a budget counts, with autoscalers at the least that they keep.
private struct PodCount {
  private(set) var total = 0
  /// Where an autoscaler says so.
  private(set) var scaler: Position?

  /// - Returns: `nil` where nobody knows, or there may be none.
  init?(_ workloads: [Workload], _ inventory: Inventory) {
    for workload in workloads {
      if let scaler = inventory.scaler(of: workload) {
        let least = scaler.least
        self.scaler = self.scaler ?? least.place ?? scaler.scaler.namePosition
        total += least.count
      } else {
        guard let replicas = workload.replicas else { return nil }
        total += replicas
      }
    }
    guard total > 0 else { return nil }
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
