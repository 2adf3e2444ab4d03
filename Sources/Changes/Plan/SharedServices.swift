internal import Resources
internal import YAML

/// StatefulSets that are members of one thing, though no label says so: they run the same, and one Service selects them.
enum SharedServices {
  static func groups(_ input: PlanInput) -> [GroupChange] {
    let kinds = alike(input)
    guard !kinds.isEmpty else { return [] }
    let coverage = BudgetCoverage(input.groups.filter { kinds[$0.key] != nil })
    var found: [GroupChange] = []
    var done: Set<[KeyBytes]> = []
    for service in input.new.resources where service.gvk.group.isEmpty && service.gvk.kind == "Service" {
      guard let labels = service.object.at("spec", "selector")?.mapping, !labels.isEmpty else { continue }
      let covered = coverage.covered(by: PodSelector(labels: labels), in: service.effectiveNamespace)
      guard covered.groups.count > 1 else { continue }
      for (kind, members) in Dictionary(grouping: covered.groups, by: { kinds[$0.key] ?? [] })
      where members.count > 1 && done.insert(kind).inserted {
        found.append(GroupChange(name: "Service \(service.name)", sets: members.flatMap(\.sets)))
      }
    }
    return found.sorted { precedesBytewise($0.name, $1.name) }
  }

  /// What each StatefulSet of its own runs, by its key; only of what several run and that goes down.
  private static func alike(_ input: PlanInput) -> [[KeyBytes]: [KeyBytes]] {
    let single = input.groups.filter { $0.sets.count == 1 && $0.sets[0].new != nil && $0.sets[0].old != nil }
    let kinds = Dictionary(grouping: single) { group in
      (group.sets[0].new.map { [$0.resource.effectiveNamespace] + $0.containerImages + $0.claimTemplates }
        ?? []).map(KeyBytes.init)
    }.filter { $0.value.count > 1 && $0.value.contains { $0.downAtOnce > 0 } }
    var result: [[KeyBytes]: [KeyBytes]] = [:]
    for (kind, groups) in kinds { for group in groups { result[group.key] = kind } }
    return result
  }
}
