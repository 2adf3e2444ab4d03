/// Shows diagnostics to a person: headline, `file:line:col` with the source line, notes, hint.
package struct TextRenderer {
  private let files: SourceFiles
  private let colours: Bool

  /// - Parameter colours: whether to write ANSI colours; only for a terminal.
  package init(files: SourceFiles, colours: Bool) {
    self.files = files
    self.colours = colours
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined()
  }

  package func render(_ diagnostic: Diagnostic) -> String {
    let colour = diagnostic.severity.colour
    var text = paint(diagnostic.severity.rawValue + ":", colour)
    text += " \(paint(Escape.line(diagnostic.summary), .bold)) [\(diagnostic.id)]\n"
    if let position = diagnostic.position { text += place(position, of: diagnostic, marker: colour) }
    for note in diagnostic.notes {
      text += "  note: \(Escape.line(note.text))\n"
      if let position = note.position { text += place(position, of: diagnostic, marker: .blue) }
    }
    if let hint = diagnostic.hint { text += "  " + paint("hint:", .blue) + " \(Escape.line(hint))\n" }
    return text
  }

  private func place(_ position: Position, of diagnostic: Diagnostic, marker: Style) -> String {
    let text = "  --> \(Escape.line(files.describe(position)))\n"
    guard !diagnostic.isSecret, position.isKnown,
      let line = files[position.file].line(position.line, showing: position.column)
    else {
      return text
    }
    let number = String(position.line)
    let gutter = String(repeating: " ", count: number.count)
    let excerpt = LineExcerpt(of: line, around: Int(position.column) - 1)
    return text + "   \(number) | \(excerpt.text)\n   \(gutter) | \(excerpt.lead)\(paint("^", marker))\n"
  }

  fileprivate enum Style: String {
    case red = "31;1"
    case yellow = "33;1"
    case blue = "36"
    case bold = "1"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    colours ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Diagnostic.Severity {
  fileprivate var colour: TextRenderer.Style {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .info, .detail: .blue
    }
  }
}

/// So much of a source line as somebody looks at, and what goes below it in front of the marker.
package struct LineExcerpt {
  /// As it can be shown anywhere: nothing in it is hidden.
  package let text: String
  let lead: String

  private static let widest = 200

  /// - Parameter column: the place that must be seen, in Unicode scalars from 0, as libyaml counts.
  package init(of line: String, around column: Int) {
    let scalars = line.unicodeScalars
    let isCutInFront = column >= Self.widest
    let start = isCutInFront ? column - Self.widest / 2 : 0
    let shown = scalars.dropFirst(start).prefix(Self.widest)
    let isCutBehind = shown.endIndex < scalars.endIndex
    text = (isCutInFront ? "…" : "") + Escape.line(String(shown)) + (isCutBehind ? "…" : "")
    // A tab stays a tab, so that the marker stands below its character in every terminal.
    let before = Escape.line(String(shown.prefix(column - start))).map { $0 == "\t" ? "\t" as String : " " }
    let missing = max(0, column - start - shown.count)
    lead = (isCutInFront ? " " : "") + before.joined() + String(repeating: " ", count: missing)
  }
}
