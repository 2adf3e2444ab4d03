package import Diagnostics
package import Resources

/// The rules of a run, and their work on a set: linear in its size, because all rules share one ``Inventory``.
package struct Lint: Sendable {
  private let rules: [Rule]
  private let definitions: [Resource]

  /// - Parameters:
  ///   - levels: what is made of rules, by their ids, where that is not what they are by themselves.
  ///   - definitions: of custom resources that the sets need not hold themselves.
  ///   - scope: how much of what is applied the sets are.
  package init(
    _ levels: [String: Rule.Level] = [:], definitions: [Resource] = [], scope: Rule.Scope = .whole
  ) {
    self.definitions = definitions
    rules = Rule.all.compactMap { $0.scope > scope ? nil : $0.at(levels[$0.id]) }
  }

  /// - Returns: what was found and is meant.
  package func check(_ set: ResourceSet, _ allowances: Allowances, _ report: Report) -> AllowedFindings {
    let inventory = Inventory(set, definitions: definitions)
    let allowed = AllowedFindings(set, allowances)
    for rule in rules { rule.find(inventory, Findings(of: rule, in: report, allowed)) }
    return allowed
  }
}
