internal import Resources
internal import YAML

/// StatefulSets that are members of one thing, though no label says so: they run the same, and one Service selects them.
enum SharedServices {
  static func groups(_ input: PlanInput) -> [GroupChange] {
    let single = input.groups.filter { $0.sets.count == 1 && $0.sets[0].new != nil && $0.sets[0].old != nil }
    let alike = Dictionary(grouping: single) { group in
      group.sets[0].new.map { [$0.resource.effectiveNamespace] + $0.containerImages + $0.claimTemplates }
        ?? []
    }.values.filter { groups in groups.count > 1 && groups.contains { $0.downAtOnce > 0 } }
    guard !alike.isEmpty else { return [] }
    let services = input.new.resources.filter { $0.gvk.group.isEmpty && $0.gvk.kind == "Service" }
    return alike.compactMap { groups in
      guard let set = groups[0].sets[0].new else { return nil }
      let near = services.filter { sameBytes($0.effectiveNamespace, set.resource.effectiveNamespace) }
      let covering = near.lazy.compactMap { service -> GroupChange? in
        guard let labels = service.object.at("spec", "selector")?.mapping, !labels.isEmpty else { return nil }
        let selector = PodSelector(labels: labels)
        let members = groups.flatMap(\.sets).filter { selector.selects($0.new?.podLabels) }
        return members.count > 1 ? GroupChange(name: "Service \(service.name)", sets: members) : nil
      }
      return covering.first
    }.sorted { precedesBytewise($0.name, $1.name) }
  }
}
