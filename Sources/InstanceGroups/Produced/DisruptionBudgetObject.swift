import Diagnostics
import YAML

/// One budget over all zones: a pod that two budgets match can't be evicted at all.
enum DisruptionBudgetObject {
  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    guard let budget = plan.spec.disruptionBudget?.value else { return [] }
    let object =
      switch budget.kind {
      case .pod: podDisruptionBudget(budget, plan)
      case .zoneAware: zoneAware(budget, plan)
      }
    return [Product(object, plan, named: \.group)]
  }

  private static func podDisruptionBudget(_ budget: BudgetSettings, _ plan: GroupPlan) -> Node {
    let spec: Node = .mapping([
      "maxUnavailable": budget.maxUnavailable.map { $0.value.node(at: $0.position) },
      "minAvailable": budget.minAvailable.map { $0.value.node(at: $0.position) },
      "selector": .mapping(["matchLabels": .mapping(plan.labels.selectingGroup)]),
      // Otherwise pods that never got ready keep their node from being drained.
      "unhealthyPodEvictionPolicy": plan.topology.allows(.unhealthyPodEvictionPolicy) ? "AlwaysAllow" : nil,
    ])
    return plan.object(
      "policy/v1", "PodDisruptionBudget", name: plan.names.group, labels: plan.labels.ofGroup, ["spec": spec])
  }

  /// Grafana's, for which its rollout-operator must run in the cluster; its selector matches pods and
  /// StatefulSets.
  private static func zoneAware(_ budget: BudgetSettings, _ plan: GroupPlan) -> Node {
    var spec = Mapping()
    switch budget.maxUnavailable?.value {
    case .count(let count)?: spec["maxUnavailable"] = .integer(count)
    case .percent(let percent)?: spec["maxUnavailablePercentage"] = .integer(percent)
    case nil: break
    }
    spec["selector"] = .mapping(["matchLabels": .mapping(plan.labels.selectingObjects)])
    return plan.object(
      "rollout-operator.grafana.com/v1", "ZoneAwarePodDisruptionBudget", name: plan.names.group,
      labels: plan.labels.ofGroup, ["spec": .mapping(spec)])
  }
}
