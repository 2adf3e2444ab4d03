/// Writes diagnostics for programs: a JSON array, one object per diagnostic.
package struct JSONRenderer {
  private let files: SourceFiles

  package init(files: SourceFiles) {
    self.files = files
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    return "[\n" + diagnostics.map { "  " + object(fields(of: $0)) }.joined(separator: ",\n") + "\n]\n"
  }

  private func fields(of diagnostic: Diagnostic) -> [(String, String)] {
    var fields = [
      ("id", quoted(diagnostic.id)),
      ("severity", quoted(diagnostic.severity.rawValue)),
      ("message", quoted(diagnostic.summary)),
    ]
    fields += place(diagnostic.position)
    if !diagnostic.notes.isEmpty {
      let notes = diagnostic.notes.map { object([("message", quoted($0.text))] + place($0.position)) }
      fields.append(("notes", "[" + notes.joined(separator: ", ") + "]"))
    }
    if let hint = diagnostic.hint { fields.append(("hint", quoted(hint))) }
    return fields
  }

  private func place(_ position: Position?) -> [(String, String)] {
    guard let position else { return [] }
    var fields = [("path", quoted(files[position.file].path))]
    if position.isKnown {
      fields += [("line", String(position.line)), ("column", String(position.column))]
    }
    return [("file", object(fields))]
  }

  private func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
