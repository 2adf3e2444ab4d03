internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let overlappingBudgets = Rule(
    "overlapping-budgets", .error, "A pod that is under two disruption budgets",
    because: "The eviction of such a pod always fails, so its node can't be drained."
  ) { inventory, findings in
    var first: [ObjectIdentifier: Budget] = [:]
    for budget in inventory.budgets where budget.selector?.tellsInstancesApart == false {
      var shared: [(workload: Workload, other: Budget)] = []
      for workload in budget.workloads {
        if let other = first[ObjectIdentifier(workload)] {
          shared.append((workload, other))
        } else {
          first[ObjectIdentifier(workload)] = budget
        }
      }
      // One message of each budget: as many budgets over as many workloads would give their product.
      guard let (workload, other) = shared.first else { continue }
      let more = shared.count > 1 ? " and \(shared.count - 1) more" : ""
      findings.add(
        "the pods of \(workload.title)\(more) are under the disruption budgets \"\(other.name)\" and \"\(budget.name)\"",
        at: budget.selector?.position, in: budget.resource,
        notes: [.init("the other budget", at: other.resource.namePosition)],
        hint: "leave one of the budgets out, or let them select different pods")
    }
  }
}
