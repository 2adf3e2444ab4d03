package import Diagnostics
package import YAML

/// Finds the values of variables: among those given, then in the store, where what is missing is generated.
///
/// It also remembers what was looked for, to tell what is missing and what is unused.
package struct VariableLookup {
  private let given: VariableValues
  private var store: VariableStore?
  private let definitions: [KeyBytes: VariableDefinition]
  private var generation: VariableGeneration
  let report: Report
  /// Where is entered what values are put in.
  let growth: Growth

  /// Definitions whose options are being read, to notice one that needs itself.
  private var open: [VariableDefinition] = []
  private var used: Set<KeyBytes> = []
  private var found: [KeyBytes: Node] = [:]
  package private(set) var missing = MissingVariables()
  /// What could not be generated, which is said once.
  private var failed: Set<KeyBytes> = []
  private var failures = 0
  /// What was put into longer texts and into keys, by the references to it.
  private(set) var parts: [KeyBytes: String] = [:]

  package init(
    _ given: VariableValues, store: VariableStore?, definitions: [VariableDefinition],
    _ growth: Growth, _ report: Report
  ) {
    self.growth = growth
    self.given = given
    self.store = store
    self.report = report
    generation = VariableGeneration(report: report)
    self.definitions = Dictionary(
      definitions.map { (KeyBytes(text: $0.name.text), $0) }, uniquingKeysWith: { first, _ in first })
    if let store {
      // Keys take long: a name that is defined many times by mistake has one value.
      generation.keys = KeySupply(
        count: self.definitions.values.count {
          $0.needsKey && given[$0.name.text] == nil && store.value(of: $0.name.text) == nil
        })
    }
  }

  /// Whether nothing can be found, so that looking is of no use.
  package var hasNoValues: Bool { given.isEmpty && store == nil }

  /// The store after all that was generated.
  package var finalStore: VariableStore? { store }

  /// Notes what stands at a place now of which nobody sees that it came from elsewhere.
  mutating func note(_ text: String, putInFor reference: String) {
    parts[reference] = text
  }

  /// The value of a variable, without what is below it.
  ///
  /// - Parameter position: where it is referred to.
  /// - Returns: `nil` when it has none, which is remembered, or after a report.
  package mutating func value(of name: String, at position: Position) -> Node? {
    let key = KeyBytes(text: name)
    if let value = found[key] { return value }
    guard !missing.repeats(key, at: position) else { return nil }
    used.insert(key)
    let value = search(name, at: position)
    if let value { found[key] = value }
    return value
  }

  private mutating func search(_ name: String, at position: Position) -> Node? {
    let definition = definitions[KeyBytes(text: name)]
    var options = Node.null
    if let definition {
      guard let resolved = resolvedOptions(of: definition, at: position) else { return nil }
      options = resolved
    }
    if let entry = given[name] { return entry.value }
    if let value = store?.value(of: name) { return value }
    if let definition, let type = definition.type, store != nil {
      return generate(definition, type, options)
    }
    missing.add(name, at: position)
    return nil
  }

  /// - Returns: `nil` when they refer to a variable without a value; null when there are none.
  private mutating func resolvedOptions(of definition: VariableDefinition, at position: Position) -> Node? {
    guard enter(definition, at: position) else { return nil }
    defer { open.removeLast() }
    guard var options = definition.options, options.hasVariables else { return definition.options ?? .null }
    let known = missing.count + failures
    Interpolating.interpolate(&options, &self)
    return missing.count + failures == known ? options : nil
  }

  /// - Returns: `false` after a report that the definition needs itself.
  private mutating func enter(_ definition: VariableDefinition, at position: Position) -> Bool {
    if let start = open.firstIndex(where: { sameBytes($0.name.text, definition.name.text) }) {
      failing().cycle(of: open[start...].map(\.name), at: position)
      return false
    }
    open.append(definition)
    return true
  }

  private mutating func generate(
    _ definition: VariableDefinition, _ type: Scalar, _ options: Node
  ) -> Node? {
    let name = definition.name.text
    guard !failed.contains(KeyBytes(text: name)), enter(definition, at: definition.name.position) else {
      return nil
    }
    defer { open.removeLast() }
    let request = VariableRequest(name: definition.name, type: type, options: options)
    var authority: Node?
    if let authorityName = request.authority {
      let known = missing.count
      authority = value(of: authorityName.text, at: authorityName.position)
      if authority == nil {
        if missing.count > known {
          failing().unknownAuthority(authorityName, of: name, known: definitions.values.map(\.name.text))
        }
        failed.insert(KeyBytes(text: name))
        return nil
      }
    }
    guard let value = generation.value(request, authority: authority) else {
      failed.insert(KeyBytes(text: name))
      failures += 1
      return nil
    }
    store?.set(name, value)
    return value
  }

  /// The value that a reference leads to.
  package mutating func value(of reference: VariableReference, at position: Position) -> Node? {
    guard var node = value(of: reference.root, at: position) else { return nil }
    for key in reference.path {
      let count = node.mapping?.pairs.count ?? 0
      guard growth.holds(Self.question, times: count, of: "this reference", at: position, report) else {
        return nil
      }
      guard let next = node.value(under: key) else {
        failing().noKey(key, of: reference.name, in: node, at: position)
        return nil
      }
      node = next
    }
    return node
  }

  /// To look at one of many keys takes about as long as to make so many bytes.
  private static let question = 4

  /// The report, for something that keeps a variable from its value.
  mutating func failing() -> Report {
    failures += 1
    return report
  }

  /// Says of every value that nothing used.
  package func reportUnused() {
    for name in given.names where !used.contains(KeyBytes(text: name)) {
      report.unused(name, at: given[name]?.position)
    }
    for key in store?.keys ?? [] where !used.contains(KeyBytes(text: key.text)) && given[key.text] == nil {
      report.unused(key.text, at: key.position)
    }
  }
}

extension Node {
  /// The value under a key, or at an index of a sequence.
  fileprivate func value(under key: String) -> Node? {
    if case .mapping(let mapping) = self { return mapping[key] }
    guard case .sequence(let sequence) = self, let index = Int(key) else { return nil }
    let position = index < 0 ? sequence.items.count + index : index
    return sequence.items.indices.contains(position) ? sequence.items[position] : nil
  }

  /// Whether any text in it refers to a variable.
  var hasVariables: Bool {
    switch self {
    case .scalar(let scalar): scalar.kind == .string && !VariableReference.all(in: scalar.text).isEmpty
    case .sequence(let sequence): sequence.items.contains(where: \.hasVariables)
    case .mapping(let mapping):
      mapping.pairs.contains { $0.value.hasVariables || Node.scalar($0.key).hasVariables }
    }
  }
}

extension Report {
  fileprivate func cycle(of names: [Scalar], at position: Position) {
    let round = (names + names.prefix(1)).map { "\"\($0.text)\"" }.joined(separator: " needs ")
    error(
      "variable-cycle", "variables are defined in a circle: \(round)", at: position,
      notes: names.map { .init("\"\($0.text)\" is defined here", at: $0.position) },
      hint: "define one of them without the others, or give its value with -v")
  }

  fileprivate func unknownAuthority(_ authority: Scalar, of name: String, known: [String]) {
    error(
      "unknown-authority", "the certificate \"\(name)\" names a CA that has no value: \"\(authority.text)\"",
      at: authority.position,
      hint: suggestion(for: authority.text, among: known.filter { !sameBytes($0, name) })
        ?? "define it under variables, with is_ca: true")
  }

  fileprivate func noKey(_ key: String, of name: String, in node: Node, at position: Position) {
    error(
      "no-variable-key", "the variable of ((\(name))) has no \"\(key)\": it is \(node.kindName)",
      at: position,
      hint: suggestion(
        for: key, among: node.mapping?.pairs.map(\.key.text) ?? [], otherwise: "its keys are")
        ?? "refer to the variable as a whole")
  }

  fileprivate func unused(_ name: String, at position: Position?) {
    error(
      "unused-variable", "nothing uses the variable \"\(name)\"", at: position,
      hint: "remove it, or leave out --var-errs-unused")
  }
}
