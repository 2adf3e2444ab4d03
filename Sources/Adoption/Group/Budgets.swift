internal import InstanceGroups
internal import Resources
internal import YAML

/// The budget over all zones, Kubernetes' own or Grafana's.
extension Draft {
  private static let zoneAware = "ZoneAwarePodDisruptionBudget"

  /// The kinds in the versions in which a group makes them.
  private static let kinds = [
    ("policy/v1", "PodDisruptionBudget"), ("rollout-operator.grafana.com/v1", zoneAware),
  ]

  /// The budgets that select by some of these labels.
  func budgets(within labels: Mapping, _ neighbours: Neighbours) -> [Neighbour] {
    let found = neighbours.selecting(within: labels, beside: family)
    return Self.kinds.flatMap { version, kind in
      found.filter { $0.resource.gvk.kind == kind && $0.resource.gvk.apiVersion == version }
    }
  }

  mutating func setBudget(_ probe: Probe, _ neighbours: Neighbours) {
    for claim in budgets(within: probe.groupSelector, neighbours) {
      let selector = claim.resource.object[["spec", "selector"]]?.mapping
      guard selector?.pairs.count == 1, let labels = selector?["matchLabels"]?.mapping,
        labels.isSame(as: probe.groupSelector), let budget = Self.settings(of: claim.resource)
      else { continue }
      var found = budget
      if !sameBytes(claim.resource.name, Names.sanitized(family.name)) {
        found = Mapping([.init(key: Scalar("name"), value: .string(claim.resource.name))] + found.pairs)
      }
      // Comments above the budget are those of the setting.
      settings["disruptionBudget"] = .mapping(Mapping(found.pairs, at: claim.resource.position))
      claimed.append(claim)
      return
    }
  }

  private static func settings(of budget: Resource) -> Mapping? {
    guard let spec = budget.object["spec"] else { return nil }
    var settings = Mapping()
    if budget.gvk.kind == zoneAware {
      settings["kind"] = "ZoneAware"
      settings["maxUnavailable"] =
        spec["maxUnavailable"] ?? spec["maxUnavailablePercentage"]?.text.map { .string($0 + "%") }
      settings["podNamePartitionRegex"] = spec["podNamePartitionRegex"]
      settings["podNamePartitionGroup"] = spec["podNameRegexGroup"]
      settings["crossZoneEvictionDelay"] = spec["crossZoneEvictionDelay"]
      return settings["maxUnavailable"] == nil ? nil : settings
    }
    settings["maxUnavailable"] = spec["maxUnavailable"]
    settings["minAvailable"] = spec["minAvailable"]
    guard settings.pairs.count == 1, isAmount(settings.pairs[0].value) else { return nil }
    let policy = spec["unhealthyPodEvictionPolicy"]?.text ?? "None"
    if policy != "AlwaysAllow" { settings["unhealthyPodEvictionPolicy"] = .string(policy) }
    return settings
  }

  /// What the setting takes.
  private static func isAmount(_ node: Node) -> Bool {
    guard let text = node.text else { return false }
    let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
    return Int(digits).map { $0 >= 0 && (digits.count == text.count ? node.string == nil : $0 <= 100) }
      ?? false
  }
}
