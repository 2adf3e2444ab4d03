internal import Resources
internal import YAML

/// Finds the groups that a budget covers without asking each group: budgets are mostly as many as groups.
struct BudgetCoverage {
  private let groups: [GroupChange]
  /// The groups of a namespace, and those of them whose pods carry a label.
  private var places: [[String]: [Int]] = [:]

  init(_ groups: [GroupChange]) {
    self.groups = groups
    for (index, group) in groups.enumerated() {
      for set in group.sets.compactMap(\.new) {
        let namespace = set.resource.effectiveNamespace
        note(index, at: [namespace])
        for pair in set.podLabels?.pairs ?? [] {
          if let value = pair.value.text { note(index, at: [namespace, pair.key.text, value]) }
        }
      }
    }
  }

  private mutating func note(_ index: Int, at key: [String]) {
    if places[key]?.last != index { places[key, default: []].append(index) }
  }

  /// Without those of their StatefulSets that the budget does not cover.
  func groups(of budget: Resource) -> [GroupChange] {
    guard let selector = PodSelector(budget.object.at("spec", "selector")) else { return [] }
    return candidates(selector, in: budget.effectiveNamespace).compactMap { index in
      var group = groups[index]
      group.sets = group.sets.filter { change in
        guard let set = change.new, set.resource.effectiveNamespace == budget.effectiveNamespace else {
          return false
        }
        return selector.selects(set.podLabels)
      }
      return group.sets.isEmpty ? nil : group
    }
  }

  /// Those that have the rarest of the labels that it asks for.
  private func candidates(_ selector: PodSelector, in namespace: String) -> [Int] {
    let labels = selector.requirements.compactMap { requirement -> [String]? in
      guard case .among(let key, let values) = requirement, values.count == 1 else { return nil }
      return [namespace, key, values[0]]
    }
    return ([[namespace]] + labels).map { places[$0] ?? [] }.min { $0.count < $1.count } ?? []
  }
}
