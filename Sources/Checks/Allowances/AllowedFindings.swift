package import Diagnostics
internal import Resources
internal import YAML

/// What rules found in a set and somebody meant.
package final class AllowedFindings {
  /// The findings, each with who allows it.
  package let report = Report()
  package private(set) var used: Set<Allowance> = []
  /// What objects of the set allow themselves, and `zonal.yaml` allows of them, with effect or without.
  package private(set) var declared: Set<Allowance> = []

  init() {}

  func add(_ finding: Diagnostic, by allowance: Allowance) {
    used.insert(allowance)
    report.add(finding.allowed(by: allowance))
  }

  func declare(_ set: ResourceSet, _ allowances: Allowances) {
    for resource in set.resources {
      declared.formUnion(Allowances.declared(by: resource))
      declared.formUnion(allowances.entries(for: resource).map(\.allowance))
    }
  }
}

extension Diagnostic {
  /// As a list of what is allowed shows it.
  package func allowed(by allowance: Allowance) -> Diagnostic {
    var finding = self
    let reason = allowance.reason.isEmpty ? "" : ": \(allowance.reason)"
    finding.notes.append(Note("allowed here\(reason)", at: allowance.position))
    finding.hint = nil
    return finding
  }
}
