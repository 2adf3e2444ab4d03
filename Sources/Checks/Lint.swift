package import Diagnostics
package import Resources

/// The rules of a run, and their work on a set: linear in its size, because all rules share one ``Inventory``.
package struct Lint: Sendable {
  private let rules: [Rule]

  /// - Parameters:
  ///   - enabled: rules to run that are silent by default.
  ///   - disabled: rules to leave out, also when they are enabled.
  package init(enabling enabled: Set<String> = [], disabling disabled: Set<String> = []) {
    rules = Rule.all.filter { rule in
      !disabled.contains(rule.id) && (!rule.isOptIn || enabled.contains(rule.id))
    }
  }

  package func check(_ set: ResourceSet, _ report: Report) {
    let inventory = Inventory(set)
    for rule in rules { rule.find(inventory, Findings(of: rule, in: report)) }
  }
}
