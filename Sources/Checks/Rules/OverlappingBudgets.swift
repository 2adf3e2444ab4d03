internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let overlappingBudgets = Rule(
    "overlapping-budgets", .error, "A pod that is under two disruption budgets",
    because: """
      The eviction of such a pod always fails, so its node can't be drained. A budget of the rollout-operator beside \
      one of Kubernetes is left alone: both are asked.
      """,
    bad: """
      matchLabels: {app: web}
      ---
      matchLabels: {} # the other budget counts all pods, those of web too
      """,
    good: """
      matchLabels: {app: web}
      ---
      matchLabels: {app: db}
      """
  ) { inventory, findings in
    for (kind, _) in Budget.kinds {
      report(inventory.budgets.filter { $0.resource.gvk.kind == kind }, findings)
    }
  }

  /// - Parameter budgets: of one kind.
  private static func report(_ budgets: [Budget], _ findings: Findings) {
    var owners = BudgetOwners()
    for budget in budgets where budget.selector?.tellsInstancesApart == false {
      // One message of each budget: as many budgets over as many workloads would give their product.
      guard let (other, workload, count) = owners.add(budget) else { continue }
      let more = count > 1 ? " and \(count - 1) more" : ""
      findings.add(
        "the pods of \(workload.title)\(more) are under the disruption budgets \"\(other.name)\" and \"\(budget.name)\"",
        at: budget.selector?.position, in: budget.resource,
        notes: [.init("the other budget", at: other.resource.namePosition)],
        hint: "leave one of the budgets out, or let them select different pods")
    }
  }
}

/// The first budget of each workload.
private struct BudgetOwners {
  private var ofWorkloads: [ObjectIdentifier: Budget] = [:]
  private var ofSelections: [ObjectIdentifier: Budget] = [:]

  /// - Returns: what another budget counts already: that budget, the first of the workloads, and how many there are.
  mutating func add(_ budget: Budget) -> (other: Budget, workload: Workload, count: Int)? {
    let workloads = budget.workloads
    if let other = ofSelections[ObjectIdentifier(budget.selection)] {
      return workloads.first.map { (other, $0, workloads.count) }
    }
    ofSelections[ObjectIdentifier(budget.selection)] = budget
    let shared = workloads.filter { ofWorkloads[ObjectIdentifier($0)] != nil }
    for workload in workloads where ofWorkloads[ObjectIdentifier(workload)] == nil {
      ofWorkloads[ObjectIdentifier(workload)] = budget
    }
    return shared.first.flatMap { first in
      ofWorkloads[ObjectIdentifier(first)].map { ($0, first, shared.count) }
    }
  }
}
