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
    let colour = diagnostic.severity == .error ? Style.red : Style.yellow
    var text = paint(diagnostic.severity.rawValue + ":", colour) + " " + paint(diagnostic.summary, .bold)
    text += " [\(diagnostic.id)]\n"
    if let position = diagnostic.position { text += excerpt(position, marker: colour) }
    for note in diagnostic.notes {
      text += "  note: \(note.text)\n"
      if let position = note.position { text += excerpt(position, marker: .blue) }
    }
    if let hint = diagnostic.hint { text += "  " + paint("hint:", .blue) + " \(hint)\n" }
    return text
  }

  private func excerpt(_ position: Position, marker: Style) -> String {
    var text = "  --> \(files.describe(position))\n"
    guard position.isKnown, let line = files[position.file].line(position.line) else { return text }
    let number = String(position.line)
    let gutter = String(repeating: " ", count: number.count)
    let shown = line.count > Self.widest ? String(line.prefix(Self.widest)) + "…" : line
    text += "   \(number) | \(shown)\n"
    if Int(position.column) <= Self.widest {
      // A tab stays a tab, so that the marker stands below its character in every terminal.
      let lead = line.prefix(Int(position.column) - 1).map { $0 == "\t" ? "\t" as String : " " }
      let pad = String(repeating: " ", count: max(0, Int(position.column) - 1 - lead.count))
      text += "   \(gutter) | " + lead.joined() + pad + paint("^", marker) + "\n"
    }
    return text
  }

  private static let widest = 200

  private enum Style: String {
    case red = "31;1"
    case yellow = "33;1"
    case blue = "36"
    case bold = "1"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    colours ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
