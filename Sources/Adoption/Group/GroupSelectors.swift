internal import Resources
internal import YAML

/// By which labels what runs selects the pods of all zones.
extension Draft {
  /// Takes over the labels by which budgets and Services select, where they are others than the group would take.
  mutating func alignGroupSelector(_ probe: Probe, _ neighbours: Neighbours) -> Bool {
    let (usual, common) = (probe.groupSelector, commonPodLabels)
    func isPossible(_ labels: Mapping) -> Bool {
      !labels.isEmpty && common.holds(labels) && neighbours.selectsOnly(family, labels)
    }
    let budgets = budgets(within: common, neighbours).compactMap(\.resource.selectedLabels)
    let services = neighbours.selecting(within: common, beside: family).map(\.resource).filter(\.isService)
      .compactMap(\.selectedLabels)
    let exact = (budgets + antiAffinitySelectors).filter(isPossible)
    let wide = services.filter(isPossible)
    if exact.contains(where: { $0.isSame(as: usual) })
      || exact.isEmpty && (wide.isEmpty || wide.contains { $0.holds(usual) })
    {
      return false
    }
    guard let labels = exact.first ?? wide.first, !labels.isSame(as: usual) else { return false }
    select(by: labels)
    return true
  }

  /// By which a group of zonal's has kept its pods on different nodes.
  private var antiAffinitySelectors: [Mapping] {
    guard family.labels != nil else { return [] }
    return family.members.compactMap { member in
      member.template[[
        "spec", "affinity", "podAntiAffinity", "preferredDuringSchedulingIgnoredDuringExecution",
      ]]?.items?.last?[["podAffinityTerm", "labelSelector", "matchLabels"]]?.mapping
    }
  }
}

extension Mapping {
  func isSame(as other: Mapping) -> Bool { pairs.count == other.pairs.count && holds(other) }
}
