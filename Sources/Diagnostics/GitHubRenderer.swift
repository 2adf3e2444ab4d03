/// Writes diagnostics as commands of a GitHub workflow, which shows them beside the changed lines.
package struct GitHubRenderer {
  private let files: SourceFiles

  package init(files: SourceFiles) {
    self.files = files
  }

  package func render(_ diagnostics: [Diagnostic]) -> String { diagnostics.map(command).joined() }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties: [(String, String)] = []
    if let position = diagnostic.position, !files[position.file].path.isEmpty {
      properties.append(("file", files[position.file].path))
      if position.isKnown {
        properties += [("line", String(position.line)), ("col", String(position.column))]
      }
    }
    properties.append(("title", diagnostic.id))
    var text = Escape.line(diagnostic.summary)
    for note in diagnostic.notes {
      text += "\nnote: " + Escape.line(note.text + (note.position.map { " (\(files.describe($0)))" } ?? ""))
    }
    if let hint = diagnostic.hint { text += "\nhint: " + Escape.line(hint) }
    let head = properties.map { "\($0.0)=\(Escape.workflowProperty($0.1))" }.joined(separator: ",")
    return "::\(diagnostic.severity.command) \(head)::\(Escape.workflowMessage(text))\n"
  }
}

extension Diagnostic.Severity {
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info, .detail: "notice"
    }
  }
}
