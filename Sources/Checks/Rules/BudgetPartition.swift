internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let budgetPartition = Rule(
    "budget-partition-mismatch", .warning,
    "A zone-aware budget whose podNamePartitionRegex finds no partition in the names of its pods",
    because: """
      The rollout-operator can't tell which partition such a pod belongs to, and lets it be evicted only as if there were no \
      partitions, or not at all.
      """,
    bad: """
      kind: ZoneAwarePodDisruptionBudget
      podNamePartitionRegex: ingester-([0-9]+) # the pods are called ingester-zone-a-0
      """,
    good: "podNamePartitionRegex: ingester-zone-[a-z]-([0-9]+)",
    each: \.budgets
  ) { budget, _, findings in
    guard let node = budget.resource.object.at("spec", "podNamePartitionRegex"), let text = node.text,
      !text.isEmpty, let pattern = try? Pattern(text, .part)
    else { return }
    let unmatched = budget.workloads.first { workload in
      workload.isStatefulSet && !pattern.matches("\(workload.name)-\(workload.ordinals.lowerBound)")
    }
    guard let workload = unmatched else { return }
    findings.add(
      "podNamePartitionRegex does not match \"\(workload.name)-\(workload.ordinals.lowerBound)\"",
      at: node.position, in: budget.resource,
      notes: [.init("a pod of this StatefulSet is called that", at: workload.resource.namePosition)],
      hint:
        "write an expression in which a group finds the number in the names of all pods, such as [a-z-]+-([0-9]+)"
    )
  }
}
