package import Diagnostics
internal import Resources
internal import YAML

/// Where the transformers of a layer write, while it gathers what the layers below say and what it says itself.
///
/// Merged step by step as kustomize does (v5.8 `TransformerConfig.Merge`): of a field that is there for some kinds
/// already, a spec for more kinds is left out. So one of a layer's own files for a kind ends the default for all others
/// where the layer has no bases, and comes beside it where it has.
package enum AddedFields: Sendable {
  case nothing
  case standard
  case merged(FieldConfiguration)

  /// Adds what a base has.
  package mutating func merge(_ base: AddedFields, _ report: (FieldConflict) -> Void) {
    switch (self, base) {
    case (_, .nothing): break
    case (.nothing, .standard), (.standard, .standard): self = .standard
    case (_, .standard): self = .merged(configuration.merging(.complete, report))
    case (_, .merged(let other)): self = .merged(configuration.merging(other, report))
    }
  }

  /// Adds what a layer's own files say, and the defaults.
  package mutating func add(_ own: [FieldAddition], _ report: (FieldConflict) -> Void) {
    let layer: AddedFields =
      own.isEmpty ? .standard : .merged(FieldConfiguration.complete.merging(FieldConfiguration(own), report))
    merge(layer, report)
  }

  /// Adds what definitions of custom resources say.
  package mutating func define(_ definitions: [FieldAddition], _ report: (FieldConflict) -> Void) {
    guard !definitions.isEmpty else { return }
    self = .merged(configuration.merging(FieldConfiguration(definitions), report))
  }

  private var configuration: FieldConfiguration {
    switch self {
    case .nothing: .empty
    case .standard: .complete
    case .merged(let configuration): configuration
    }
  }
}

/// Two specs for one field that disagree about creating it.
package struct FieldConflict {
  let spec: FieldSpec
  let other: FieldSpec

  package func report(among additions: [FieldAddition], _ report: Report) {
    let addition = additions.first { $0.spec == spec } ?? additions.first { $0.spec == other }
    let isOther = addition?.spec == other
    let (named, against) = isOther ? (other, spec) : (spec, other)
    report.error(
      "field-spec-conflict",
      "the spec for \(named) says create: \(named.creates), another create: \(against.creates)",
      at: addition?.position, notes: [.init("the other one is for \(against)")],
      hint: "write create: \(against.creates), or remove this spec")
  }
}

extension FieldConfiguration {
  fileprivate static let empty = FieldConfiguration(
    labels: [], templateLabels: [], claimLabels: [], annotations: [], namespace: [], prefixes: [],
    suffixes: [],
    images: [], replicas: [], nameReferences: [])

  fileprivate init(_ additions: [FieldAddition]) {
    self = .empty
    var places: [KindFilter: Int] = [:]
    for addition in additions {
      switch addition.destination {
      case .list(let list): self[keyPath: list.property].append(addition.spec)
      case .references(let target):
        let place = places[target] ?? nameReferences.count
        if place == nameReferences.count { nameReferences.append(NameReference(target: target, fields: [])) }
        places[target] = place
        nameReferences[place].fields.append(addition.spec)
      }
    }
  }

  fileprivate func merging(
    _ other: FieldConfiguration, _ report: (FieldConflict) -> Void
  ) -> FieldConfiguration {
    func merged(_ specs: [FieldSpec], _ others: [FieldSpec]) -> [FieldSpec] {
      var list = FieldSpecList(specs)
      for spec in others {
        if let conflict = list.merge(spec) { report(FieldConflict(spec: spec, other: conflict)) }
      }
      return list.specs
    }
    var result = self
    for list in FieldList.allCases {
      let specs = merged(self[keyPath: list.property], other[keyPath: list.property])
      result[keyPath: list.property] = specs.sorted(by: \.filter)
    }
    for reference in other.nameReferences {
      if let place = result.nameReferences.firstIndex(where: { $0.target == reference.target }) {
        result.nameReferences[place].fields = merged(result.nameReferences[place].fields, reference.fields)
      } else {
        result.nameReferences.append(reference)
      }
    }
    result.nameReferences = result.nameReferences.sorted(by: \.target)
    return result
  }
}

extension Array {
  /// In kustomize's order of kinds (v5.8 `Gvk.IsLessThan`).
  fileprivate func sorted(by filter: KeyPath<Element, KindFilter>) -> [Element] {
    let keyed = map { (key: SortOrder.legacyKey($0[keyPath: filter]), element: $0) }
    return keyed.sorted { a, b in
      a.key.rank == b.key.rank ? precedesBytewise(a.key.text, b.key.text) : a.key.rank < b.key.rank
    }.map(\.element)
  }
}
