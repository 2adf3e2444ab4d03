package import Diagnostics
package import Resources

/// The rules of a run, and their work on a set: linear in its size, because all rules share one ``Inventory``.
package struct Lint: Sendable {
  private let rules: [Rule]
  private let definitions: [Resource]

  /// What a run finds.
  package struct Result: Sendable {
    package let findings: [Diagnostic]
    /// What was found and somebody means.
    package let allowed: [Diagnostic]
    /// What allows that.
    package let used: Set<Allowance>
    /// What objects of the set allow themselves, and `zonal.yaml` allows of them, with effect or without.
    package let declared: Set<Allowance>
    /// To take apart takes a tenth of the time of a run; who is about to end may keep it.
    private let inventory: Inventory

    fileprivate init(_ found: [Findings], _ declared: Set<Allowance>, _ inventory: Inventory) {
      findings = found.flatMap(\.report.diagnostics)
      allowed = found.flatMap(\.allowed.diagnostics)
      used = found.reduce(into: []) { $0.formUnion($1.used) }
      self.declared = declared
      self.inventory = inventory
    }
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
    let done = [[Findings]](inParallel: passes.count, if: set.isLarge) {
      passes[$0].run(rules, inventory, allowances)
    }
    // By rules, as if each had gone over the set alone.
    var byRule: [[Findings]] = rules.map { _ in [] }
    for (pass, found) in zip(passes, done) {
      for (rule, findings) in zip(pass.rules, found) { byRule[rule].append(findings) }
    }
    return Result(byRule.flatMap(\.self), allowances.declared, inventory)
  }
}
