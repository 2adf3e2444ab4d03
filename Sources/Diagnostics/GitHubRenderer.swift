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
    var text = diagnostic.summary
    for note in diagnostic.notes {
      text += "\nnote: \(note.text)" + (note.position.map { " (\(files.describe($0)))" } ?? "")
    }
    if let hint = diagnostic.hint { text += "\nhint: \(hint)" }
    let head = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }.joined(separator: ",")
    return "::\(diagnostic.severity.command) \(head)::\(escaped(text, isProperty: false))\n"
  }

  private func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where isProperty: out += "%3A"
      case "," where isProperty: out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
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
