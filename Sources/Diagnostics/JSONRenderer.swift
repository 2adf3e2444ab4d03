/// Writes diagnostics for programs: a JSON array, one object per diagnostic.
package struct JSONRenderer {
  private let files: SourceFiles

  package init(files: SourceFiles) {
    self.files = files
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    return "[\n" + diagnostics.map { "  " + JSONText.object(fields(of: $0)) }.joined(separator: ",\n")
      + "\n]\n"
  }

  private func fields(of diagnostic: Diagnostic) -> [(String, String)] {
    var fields = [
      ("id", JSONText.quoted(diagnostic.id)),
      ("severity", JSONText.quoted(diagnostic.severity.rawValue)),
      ("message", JSONText.quoted(diagnostic.summary)),
    ]
    fields += place(diagnostic.position)
    if !diagnostic.notes.isEmpty {
      let notes = diagnostic.notes.map {
        JSONText.object([("message", JSONText.quoted($0.text))] + place($0.position))
      }
      fields.append(("notes", JSONText.array(notes)))
    }
    if diagnostic.omitted > 0 { fields.append(("omitted", String(diagnostic.omitted))) }
    if let hint = diagnostic.hint { fields.append(("hint", JSONText.quoted(hint))) }
    return fields
  }

  private func place(_ position: Position?) -> [(String, String)] {
    guard let position else { return [] }
    var fields = [("path", JSONText.quoted(files[position.file].path))]
    if position.isKnown {
      fields += [("line", String(position.line)), ("column", String(position.column))]
    }
    return [("file", JSONText.object(fields))]
  }
}
