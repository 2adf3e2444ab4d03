package import Diagnostics
package import Resources

/// The rules of a run, and their work on a set: linear in its size, because all rules share one ``Inventory``.
package struct Lint: Sendable {
  private let rules: [Rule]
  private let definitions: [Resource]

  /// What a run finds.
  package struct Result: Sendable {
    package let findings = Report()
    /// What was found and somebody means.
    package let allowed = Report()
    /// What allows that.
    package fileprivate(set) var used: Set<Allowance> = []
    /// What objects of the set allow themselves, and `zonal.yaml` allows of them, with effect or without.
    package let declared: Set<Allowance>
  }

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

  package func check(_ set: ResourceSet, _ allowances: Allowances) -> Result {
    let inventory = Inventory(set, definitions: definitions)
    let allowances = SetAllowances(set, allowances)
    let passes = LintPass.passes(of: rules, over: inventory)
    let found = [[Findings]](inParallel: passes.count, if: set.resources.count > Self.few) {
      passes[$0].run(rules, inventory, allowances)
    }
    return result(of: zip(passes, found), allowances)
  }

  /// For fewer objects the threads cost more than they save.
  private static let few = 200

  /// In the order of the rules, as if each had gone over the set alone.
  private func result(
    of found: some Sequence<(LintPass, [Findings])>, _ allowances: SetAllowances
  ) -> Result {
    var result = Result(declared: allowances.declared)
    var byRule: [[Findings]] = rules.map { _ in [] }
    for (pass, found) in found {
      for (rule, findings) in zip(pass.rules, found) { byRule[rule].append(findings) }
    }
    for findings in byRule.joined() {
      result.findings.add(contentsOf: findings.report)
      result.allowed.add(contentsOf: findings.allowed)
      result.used.formUnion(findings.used)
    }
    return result
  }
}
