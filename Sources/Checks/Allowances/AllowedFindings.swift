package import Diagnostics
internal import Resources
internal import YAML

/// What rules find in a set and somebody means.
package final class AllowedFindings {
  /// The findings, each with who allows it.
  package let report = Report()
  package private(set) var used: Set<Allowance> = []
  private let allowances: Allowances
  /// What objects allow themselves, and what `zonal.yaml` allows of them: of each once, because thousands of findings may
  /// be about one.
  private var ofObjects: [Object: [[KeyBytes: Allowance]]] = [:]

  private struct Object: Hashable {
    let id: ResourceID
    let place: Position

    init(_ resource: Resource) {
      id = resource.id
      place = resource.position
    }
  }

  init(_ set: ResourceSet, _ allowances: Allowances) {
    self.allowances = allowances
    for resource in set.resources {
      let own = Allowances.declared(by: resource)
      let written = allowances.entries(for: resource)
      if !own.isEmpty || !written.isEmpty { ofObjects[Object(resource)] = [own, written] }
    }
  }

  /// What objects of the set allow themselves, and `zonal.yaml` allows of them, with effect or without.
  package var declared: Set<Allowance> {
    ofObjects.values.reduce(into: []) { all, lists in
      for list in lists { all.formUnion(list.values) }
    }
  }

  /// What allows that a rule finds something at this place of this object.
  func allowance(of rule: String, at position: Position?, in resource: Resource) -> Allowance? {
    let object = ofObjects.isEmpty ? nil : ofObjects[Object(resource)]
    return object?[0][rule] ?? allowances.allowance(of: rule, beside: position) ?? object?[1][rule]
  }

  func add(_ finding: Diagnostic, by allowance: Allowance) {
    used.insert(allowance)
    report.add(finding.allowed(by: allowance))
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
