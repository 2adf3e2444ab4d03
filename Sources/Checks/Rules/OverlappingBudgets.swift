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
      for workload in budget.workloads {
        guard let other = first[ObjectIdentifier(workload)] else {
          first[ObjectIdentifier(workload)] = budget
          continue
        }
        findings.add(
          "the pods of \(workload.title) are under the disruption budgets \"\(other.name)\" and \"\(budget.name)\"",
          at: budget.selector?.position, in: budget.resource,
          notes: [.init("the other budget", at: other.resource.namePosition)],
          hint: "leave one of the budgets out, or let them select different pods")
      }
    }
  }
}
