import Diagnostics
import YAML

/// One budget over all zones: a pod that two budgets match can't be evicted at all.
enum DisruptionBudgetObject {
  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    guard let budget = plan.spec.disruptionBudget?.value else { return [] }
    let (apiVersion, kind, spec) =
      switch budget.kind {
      case .pod: ("policy/v1", "PodDisruptionBudget", podDisruptionBudget(budget, plan))
      case .zoneAware:
        ("rollout-operator.grafana.com/v1", "ZoneAwarePodDisruptionBudget", zoneAware(budget, plan))
      }
    let name = { (names: GroupNames) in
      budget.name.map { Names.sanitized(names.written($0.value)) } ?? names.group
    }
    let object = plan.object(
      apiVersion, kind, name: name(plan.names), labels: budget.labels.merging(plan.labels.ofGroup),
      annotations: budget.annotations, ["spec": spec])
    return [Product(object, plan, named: name)]
  }

  private static func podDisruptionBudget(_ budget: BudgetSettings, _ plan: GroupPlan) -> Node {
    // Otherwise pods that never got ready keep their node from being drained.
    let byDefault = plan.topology.allows(.unhealthyPodEvictionPolicy) ? EvictionPolicy.alwaysAllow : .none
    let policy = budget.unhealthyPodEvictionPolicy?.value ?? byDefault
    return .mapping([
      "maxUnavailable": budget.maxUnavailable.map { $0.value.node(at: $0.position) },
      "minAvailable": budget.minAvailable.map { $0.value.node(at: $0.position) },
      "selector": .mapping(["matchLabels": .mapping(plan.labels.selectingGroup)]),
      "unhealthyPodEvictionPolicy": policy == .none ? nil : .string(policy.rawValue),
    ])
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
    spec["selector"] = .mapping(["matchLabels": .mapping(plan.labels.selectingGroup)])
    return .mapping(spec)
  }
}
