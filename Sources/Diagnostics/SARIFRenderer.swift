/// Writes diagnostics as SARIF 2.1.0, which code scanning services and editors show beside the code.
package struct SARIFRenderer {
  /// What the document says of a rule, whether or not it found anything.
  package struct Rule {
    package var id: String
    package var severity: Diagnostic.Severity
    package var summary: String
    package var reason: String

    package init(id: String, severity: Diagnostic.Severity, summary: String, reason: String) {
      self.id = id
      self.severity = severity
      self.summary = summary
      self.reason = reason
    }
  }

  private let files: SourceFiles
  private let version: String
  private let rules: [Rule]

  /// - Parameter version: of the program.
  package init(files: SourceFiles, version: String, rules: [Rule]) {
    self.files = files
    self.version = version
    self.rules = rules
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    let driver = JSONText.object([
      ("name", JSONText.quoted("zonal")), ("version", JSONText.quoted(version)),
      ("rules", lines(rules.map(rule), indent: "        ")),
    ])
    return """
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
          "columnKind": "unicodeCodePoints",
          "tool": {"driver": \(driver)},
          "results": \(lines(diagnostics.map(result), indent: "      "))
        }]
      }

      """
  }

  private func lines(_ items: [String], indent: String) -> String {
    guard !items.isEmpty else { return "[]" }
    return "[\n" + items.map { indent + $0 }.joined(separator: ",\n") + "\n" + indent.dropLast(2) + "]"
  }

  private func rule(_ rule: Rule) -> String {
    JSONText.object([
      ("id", JSONText.quoted(rule.id)), ("shortDescription", message(rule.summary)),
      ("fullDescription", message(rule.reason)),
      ("defaultConfiguration", JSONText.object([("level", JSONText.quoted(rule.severity.sarifLevel))])),
    ])
  }

  private func result(_ diagnostic: Diagnostic) -> String {
    let text = Escape.line(diagnostic.summary) + (diagnostic.hint.map { "\n" + Escape.line($0) } ?? "")
    var fields = [
      ("ruleId", JSONText.quoted(diagnostic.id)),
      ("level", JSONText.quoted(diagnostic.severity.sarifLevel)), ("message", message(text)),
    ]
    if let position = diagnostic.position {
      fields.append(("locations", JSONText.array([JSONText.object([place(position)])])))
    }
    let related = diagnostic.notes.compactMap { note in
      note.position.map { JSONText.object([place($0), ("message", message(note.text))]) }
    }
    if !related.isEmpty { fields.append(("relatedLocations", JSONText.array(related))) }
    return JSONText.object(fields)
  }

  private func message(_ text: String) -> String {
    JSONText.object([("text", JSONText.quoted(Escape.sarif(text)))])
  }

  private func place(_ position: Position) -> (String, String) {
    let path = files[position.file].path
    var fields = [("artifactLocation", JSONText.object([("uri", JSONText.quoted(Escape.uri(path)))]))]
    if position.isKnown {
      let region = [("startLine", String(position.line)), ("startColumn", String(position.column))]
      fields.append(("region", JSONText.object(region)))
    }
    return ("physicalLocation", JSONText.object(fields))
  }
}

extension Diagnostic.Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info, .detail: "note"
    }
  }
}
