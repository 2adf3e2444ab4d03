internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let overlappingBudgets = Rule(
    "overlapping-budgets", .error, "A pod that is under two disruption budgets",
    because: """
      The eviction of such a pod always fails, so its node can't be drained. A budget of the rollout-operator beside \
      one of Kubernetes is left alone: both are asked.
      """
  ) { inventory, findings in
    for (kind, _) in Budget.kinds {
      report(inventory.budgets.filter { $0.resource.gvk.kind == kind }, findings)
    }
  }

  /// - Parameter budgets: of one kind.
  private static func report(_ budgets: [Budget], _ findings: Findings) {
    var first: [ObjectIdentifier: Int] = [:]
    for (place, budget) in budgets.enumerated() where budget.selector?.tellsInstancesApart == false {
      var shared: (workload: Workload, other: Budget)?
      var count = 0
      for workload in budget.workloads {
        if let other = first[ObjectIdentifier(workload)] {
          shared = shared ?? (workload, budgets[other])
          count += 1
        } else {
          first[ObjectIdentifier(workload)] = place
        }
      }
      // One message of each budget: as many budgets over as many workloads would give their product.
      guard let (workload, other) = shared else { continue }
      let more = count > 1 ? " and \(count - 1) more" : ""
      findings.add(
        "the pods of \(workload.title)\(more) are under the disruption budgets \"\(other.name)\" and \"\(budget.name)\"",
        at: budget.selector?.position, in: budget.resource,
        notes: [.init("the other budget", at: other.resource.namePosition)],
        hint: "leave one of the budgets out, or let them select different pods")
    }
  }
}
