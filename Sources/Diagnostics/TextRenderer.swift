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
    text += " \(paint(diagnostic.summary.visible, .bold)) [\(diagnostic.id)]\n"
    if let position = diagnostic.position { text += excerpt(position, marker: colour) }
    for note in diagnostic.notes {
      text += "  note: \(note.text.visible)\n"
      if let position = note.position { text += excerpt(position, marker: .blue) }
    }
    if let hint = diagnostic.hint { text += "  " + paint("hint:", .blue) + " \(hint.visible)\n" }
    return text
  }

  private func excerpt(_ position: Position, marker: Style) -> String {
    let text = "  --> \(files.describe(position).visible)\n"
    guard position.isKnown, let line = files[position.file].line(position.line) else { return text }
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

/// So much of a source line as fits into a terminal, and what goes below it in front of the marker.
private struct LineExcerpt {
  let text: String
  let lead: String

  private static let widest = 200

  /// - Parameter column: what must be seen, in Unicode scalars from 0, as libyaml counts.
  init(of line: String, around column: Int) {
    let scalars = line.unicodeScalars
    let isCutInFront = column >= Self.widest
    let start = isCutInFront ? column - Self.widest / 2 : 0
    let shown = scalars.dropFirst(start).prefix(Self.widest)
    let isCutBehind = shown.endIndex < scalars.endIndex
    text = (isCutInFront ? "…" : "") + String(shown).visible + (isCutBehind ? "…" : "")
    // A tab stays a tab, so that the marker stands below its character in every terminal.
    let before = String(shown.prefix(column - start)).map { $0 == "\t" ? "\t" as String : " " }
    let missing = max(0, column - start - shown.count)
    lead = (isCutInFront ? " " : "") + before.joined() + String(repeating: " ", count: missing)
  }
}

extension String {
  /// The text with pictures in the place of control characters, so that no input can steer the terminal or move
  /// what stands behind it.
  fileprivate var visible: String {
    guard unicodeScalars.contains(where: \.steersTerminal) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar.steersTerminal ? scalar.picture : scalar) }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Controls, and the marks that turn the direction of text around; a tab is harmless.
  fileprivate var steersTerminal: Bool {
    switch value {
    case 0x09: false
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  fileprivate var picture: Unicode.Scalar {
    switch value {
    case 0...0x1F: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
