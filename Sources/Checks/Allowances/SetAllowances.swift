internal import Diagnostics
internal import Resources
internal import YAML

/// What is allowed in a set: by its objects, by lines of their sources, and by `zonal.yaml`.
struct SetAllowances: Sendable {
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
  var declared: Set<Allowance> {
    ofObjects.values.reduce(into: []) { all, lists in
      for list in lists { all.formUnion(list.values) }
    }
  }

  /// What allows that a rule finds something at this place of this object.
  func allowance(of rule: String, at position: Position?, in resource: Resource) -> Allowance? {
    let object = ofObjects.isEmpty ? nil : ofObjects[Object(resource)]
    return object?[0][rule] ?? allowances.allowance(of: rule, beside: position) ?? object?[1][rule]
  }
}
