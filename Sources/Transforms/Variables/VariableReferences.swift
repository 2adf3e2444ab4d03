package import Diagnostics
package import Resources
internal import YAML

/// Puts the values of vars in the place of `$(NAME)`, once names and references are final.
package struct VariableReferences {
  private var values: [KeyBytes: Scalar] = [:]
  private var used: Set<KeyBytes> = []
  private let report: Report
  private let growth: Growth

  /// Rewrites the fields of `fields.variables` in the whole set.
  package static func resolve(
    _ variables: [Variable], in set: inout ResourceSet, _ fields: FieldConfiguration, _ files: SourceFiles,
    _ report: Report
  ) {
    guard !variables.isEmpty else { return }
    var references = VariableReferences(report: report, growth: files.growth)
    let variables = variables.sorted { precedesBytewise($0.name.value, $1.name.value) }
    let sources = Self.sources(of: variables, in: set, report)
    for variable in variables { references.readValue(of: variable, from: sources, in: set, files) }
    guard !report.hasErrors else { return }
    let table = SpecsByKind(fields.variables)
    for index in set.resources.indices {
      for spec in table.specs(for: set.resources[index].gvk) {
        spec.visit(&set.resources[index], creating: .never, report) { references.replace(in: &$0) }
      }
    }
    references.reportUnused(variables)
  }

  private init(report: Report, growth: Growth) {
    self.report = report
    self.growth = growth
  }

  /// The object that each var takes its value from, by the var's name: the first of those that were noted, or else the
  /// one that a group of the var's layer became.
  private static func sources(
    of variables: [Variable], in set: ResourceSet, _ report: Report
  ) -> [KeyBytes: Int] {
    var sources: [KeyBytes: Int] = [:]
    for (index, resource) in set.resources.enumerated() {
      for name in resource.variables where sources[name] == nil { sources[name] = index }
    }
    let open = variables.filter { sources[$0.name.value] == nil }
    let names = open.isEmpty ? nil : NameIndex(set)
    for variable in open {
      let name = KeyBytes(text: variable.name.value)
      let matches = variable.matches(in: set, names).filter { index in
        set.resources[index].awaitedVariables.contains { $0.contains(name) }
      }
      if matches.count > 1 { variable.reportAmbiguous(matches, in: set, report) }
      sources[name] = matches.first
    }
    return sources
  }

  // MARK: Values

  private mutating func readValue(
    of variable: Variable, from sources: [KeyBytes: Int], in set: ResourceSet, _ files: SourceFiles
  ) {
    let name = variable.name.value
    guard let source = sources[name].map({ set.resources[$0] }) else { return reportMissing(variable, set) }
    guard let path = ValuePath(Located(variable.path, variable.pathPosition), .variable, report) else {
      return
    }
    guard let value = value(at: path, of: source, for: name) else { return }
    guard case .scalar(var scalar) = value else {
      report.warning(
        "variable-not-scalar", "the var \"\(name)\" is \(value.kindName), so $(\(name)) is left as it is",
        at: variable.pathPosition, notes: [.init("the field", at: value.position)],
        hint: "name a field below \"\(variable.path)\"")
      return
    }
    if source.object.isSecret, path.leadsToSecret {
      files.keepSecret(scalar.text)
    }
    if scalar.kind == .null || scalar.kind == .string { scalar = Scalar(scalar.text) }
    values[name] = scalar
  }

  private func value(at path: ValuePath, of source: Resource, for name: String) -> Node? {
    var notes = [Diagnostic.Note("the object", at: source.namePosition)]
    do throws(ValuePathMismatch) {
      if let value = try path.value(in: source.object) { return value }
    } catch {
      let reason = source.object.isSecret ? "what it names has another form" : error.reason
      notes.append(.init(reason, at: error.position))
    }
    report.error(
      "missing-variable-field", "\(source.id) has no \"\(path.text)\" for the var \"\(name)\"",
      at: path.position, notes: notes,
      hint: "a path is written as in spec.ports[0].port; a dot inside of a name as \"\\.\"")
    return nil
  }

  private func reportMissing(_ variable: Variable, _ set: ResourceSet) {
    let object = variable.object
    guard !report.isCrowded(by: "missing-variable-object") else {
      return report.error(
        "missing-variable-object",
        "no \(object.kind) \"\(object.name.value)\" is there for the var \"\(variable.name.value)\"",
        at: object.name.position)
    }
    let id = ResourceID(gvk: object.gvk, name: object.name.value, namespace: object.namespace)
    let ofKind = set.resources.filter { $0.gvk.kind == object.kind }
    let other = ofKind.first { $0.identities.contains { sameBytes($0.name, id.name) } }
    report.error(
      "missing-variable-object",
      "no \(object.kind) \"\(id.name)\" is there for the var \"\(variable.name.value)\"",
      at: object.name.position, notes: other.map { [.init("\($0.id)", at: $0.namePosition)] } ?? [],
      hint: other.map { other in
        other.identities.contains(where: object.isIdentity)
          ? "a var means objects of its own layer and of those below it: write it in a layer that has this one"
          : "apiVersion, kind and name must be equal; here they are \(id)"
      }
        ?? suggestion(
          for: id.name, among: ofKind.map(\.originalID.name), otherwise: "the objects of this kind are")
        ?? "no object is a \(object.kind)")
  }

  // MARK: References

  private mutating func replace(in node: inout Node) {
    switch node {
    case .scalar: replaceText(&node)
    case .mapping:
      _ = node.changeMapping { mapping in
        for index in mapping.pairs.indices { replaceText(&mapping.pairs[index].value) }
      }
    case .sequence:
      _ = node.changeSequence { list in
        for index in list.items.indices {
          if list.items[index].string == nil { reportNoString(list.items[index]) }
          replaceText(&list.items[index])
        }
      }
    }
  }

  private mutating func replaceText(_ node: inout Node) {
    guard case .scalar(let scalar) = node, scalar.kind == .string,
      scalar.text.utf8.contains(UInt8(ascii: "$"))
    else { return }
    var expanded = VariableText(scalar.text).expanded { name in
      guard let value = values[name] else { return nil }
      used.insert(name)
      let holds = growth.holds(value.text.utf8.count, of: "this text", at: scalar.position, report)
      return holds ? value : nil
    }
    expanded.position = scalar.position
    node = .scalar(expanded)
  }

  /// kustomize v5 refuses it, too: a list in which vars are read holds strings only.
  private func reportNoString(_ node: Node) {
    report.error(
      "wrong-type", "a list with vars must hold strings, not \(node.kindName)", at: node.position,
      hint: node.text.map { "write it in quotes: \"\($0)\"" } ?? "name a field below the list in varReference"
    )
  }

  private func reportUnused(_ variables: [Variable]) {
    for variable in variables where values[variable.name.value] != nil {
      guard !used.contains(variable.name.value) else { continue }
      report.warning(
        "unused-variable", "the var \"\(variable.name.value)\" is never used", at: variable.position,
        hint:
          "no field in which vars are read has $(\(variable.name.value));"
          + " configurations can name more of them under varReference")
    }
  }
}
