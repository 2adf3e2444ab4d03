package import Diagnostics
package import YAML

/// Turns a manifest into what BOSH would deploy: operations first, then variables.
package struct Interpolation {
  package var operations: [Operation]
  package var values: VariableValues
  /// Where variables are generated; `nil` when they are not.
  package var store: VariableStore?
  /// Whether a variable without a value is an error.
  package var requiresValues = false
  /// Whether a value that nothing uses is an error.
  package var requiresUse = false

  /// What the manifest says of variables, after operations.
  package private(set) var definitions: [VariableDefinition] = []

  /// Values that stand within longer texts now, or as keys, where their positions don't tell them from the manifest.
  package private(set) var parts: [String] = []

  private let growth: Growth
  private let report: Report

  package init(
    _ operations: [Operation] = [], values: VariableValues = VariableValues(), store: VariableStore? = nil,
    growth: Growth = Growth(), report: Report
  ) {
    self.growth = growth
    self.operations = operations
    self.values = values
    self.store = store
    self.report = report
  }

  /// - Returns: the manifest, without definitions of variables that have a value; of no use after errors in the report.
  package mutating func apply(to manifest: Node) -> Node {
    var manifest = manifest
    operations.apply(to: &manifest, report, within: growth)
    guard !report.hasErrors else { return manifest }
    definitions = VariableDefinition.all(in: manifest, report)
    var lookup = VariableLookup(values, store: store, definitions: definitions, growth, report)
    let isNeeded = !lookup.hasNoValues || requiresValues
    // In the order of the manifest, as each may need one before it. Without values only circles are looked for.
    for definition in definitions where definition.type != nil && (isNeeded || definition.needsOthers) {
      _ = lookup.value(of: definition.name.text, at: definition.name.position)
    }
    if isNeeded { Interpolating.interpolate(&manifest, &lookup) }
    if !lookup.hasNoValues { removeDefinitions(from: &manifest, &lookup) }
    if requiresValues {
      lookup.missing.report(
        report, known: values.names,
        generated: Set(texts: definitions.filter { $0.type != nil }.map(\.name.text)),
        hint:
          "give it with --var NAME=VALUE or a --vars-file, or define it under variables and add --vars-store"
      )
    }
    if requiresUse { lookup.reportUnused() }
    store = lookup.finalStore
    parts = Array(lookup.parts.values)
    return manifest
  }

  /// What is left is for the director to generate.
  private func removeDefinitions(from manifest: inout Node, _ lookup: inout VariableLookup) {
    var found: [KeyBytes: VariableDefinition] = [:]
    for definition in definitions {
      let key = KeyBytes(text: definition.name.text)
      guard let other = found[key] else {
        if lookup.value(of: definition.name.text, at: definition.name.position) != nil {
          found[key] = definition
        }
        continue
      }
      report.error(
        "duplicate-variable", "the variable \"\(key.text)\" is defined twice", at: definition.name.position,
        notes: [.init("first defined here", at: other.name.position)], hint: "remove one of the definitions")
    }
    _ = manifest.changeMapping { mapping in
      mapping["variables"]?.changeSequence { entries in
        entries.items.removeAll { $0["name"]?.text.map { found[KeyBytes(text: $0)] != nil } ?? false }
      }
    }
  }
}
