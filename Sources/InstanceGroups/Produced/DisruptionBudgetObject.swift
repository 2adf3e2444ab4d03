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
      budget.name.map { Names.sanitized(names.named($0.value)) } ?? names.group
    }
    let placeholders = plan.placeholders(report)
    let object = plan.object(
      apiVersion, kind, name: name(plan.names),
      labels: placeholders.replace(in: budget.labels, under: "labels").merging(plan.labels.ofGroup),
      annotations: placeholders.replace(in: budget.annotations, under: "annotations"), ["spec": spec],
      placeholders)
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
    spec["podNamePartitionRegex"] = budget.podNamePartitionRegex.map { .string($0.value, at: $0.position) }
    // The resource calls it otherwise than the regex beside it.
    spec["podNameRegexGroup"] = budget.podNamePartitionGroup.map { .integer($0.value, at: $0.position) }
    spec["crossZoneEvictionDelay"] = budget.crossZoneEvictionDelay.map { .string($0.value, at: $0.position) }
    return .mapping(spec)
  }
}
