internal import Resources
internal import YAML

/// Finds the groups that a budget or Service covers without asking each group: these are mostly as many as groups.
final class BudgetCoverage {
  /// What budgets with one selector in one namespace have in common.
  struct Covered {
    /// Without those of their StatefulSets that are not covered.
    let groups: [GroupChange]
    let sets: [StatefulSetChange]
    let pods: Int
    let downAtOnce: Int

    fileprivate init(_ groups: [GroupChange]) {
      self.groups = groups
      sets = groups.flatMap(\.sets)
      pods = groups.reduce(0) { $0 + $1.newPods }
      downAtOnce = groups.reduce(0) { $0 + $1.downAtOnce }
    }
  }

  private let groups: [GroupChange]
  /// The groups of a namespace, and those of them whose pods carry a label.
  private var places: [[String]: [Int]] = [:]
  /// By namespace and selector: thousands of budgets may cover the same.
  private var known: [[KeyBytes]: Covered] = [:]

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

  private func note(_ index: Int, at key: [String]) {
    if places[key]?.last != index { places[key, default: []].append(index) }
  }

  func covered(by budget: Resource) -> Covered {
    guard let selector = PodSelector(budget.object.at("spec", "selector")) else { return Covered([]) }
    return covered(by: selector, in: budget.effectiveNamespace)
  }

  func covered(by selector: PodSelector, in namespace: String) -> Covered {
    let key = [KeyBytes(text: namespace)] + selector.key
    if let covered = known[key] { return covered }
    let covered = Covered(groups(selector, in: namespace))
    known[key] = covered
    return covered
  }

  private func groups(_ selector: PodSelector, in namespace: String) -> [GroupChange] {
    candidates(selector, in: namespace).compactMap { index in
      var group = groups[index]
      group.sets = group.sets.filter { change in
        guard let set = change.new, sameBytes(set.resource.effectiveNamespace, namespace) else {
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
