/// What comes from input, as text of the language it is shown in: it can't end, hide or pass for what stands around it.
///
/// All that shows names, paths and values goes through here. Manifests are written, not shown, and stay as they are.
package enum Escape {
  // MARK: Terminals and logs

  /// One line: hidden characters are shown, also line breaks, and no service that reads logs takes it for a command.
  package static func line(_ text: String) -> String {
    let text = text.visible()
    // Most text has no mark of a command.
    return text.utf8.contains { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ":") }
      ? withoutCommand(text) : text
  }

  /// Several lines, each as ``line(_:)`` shows it.
  package static func lines(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { line(String(Substring($0))) }.joined(separator: "\n")
  }

  /// A line that differs from another, with the blanks at its end shown: nobody sees them otherwise.
  package static func blanks(atEndOf line: Substring) -> String {
    let kept = line.unicodeScalars.reversed().drop { $0 == " " || $0 == "\t" }.count
    var text = String.UnicodeScalarView(line.unicodeScalars.prefix(kept))
    for blank in line.unicodeScalars.dropFirst(kept) { text.append(blank == " " ? "\u{2420}" : "\u{2409}") }
    return String(text)
  }

  /// `::error::` at the start of a line commands GitHub's runners, `##[error]` anywhere in it, too, and `##vso[` those
  /// of Azure.
  private static func withoutCommand(_ line: String) -> String {
    let bytes = Array(line.utf8)
    var places = Set(
      bytes.indices.filter { index in
        bytes[index] == UInt8(ascii: "#")
          && ["##[", "##vso["].contains { bytes[index...].starts(with: $0.utf8) }
      })
    // Whatever blanks stand before it: runners take all of Unicode's away.
    let start = line.unicodeScalars.prefix(while: \.properties.isWhitespace).reduce(0) { $0 + $1.utf8.count }
    if bytes[start...].starts(with: "::".utf8), hasColons(bytes[(start + 2)...]) { places.insert(start) }
    guard !places.isEmpty else { return line }
    var shown: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      shown +=
        places.contains(index) ? Array(byte == UInt8(ascii: ":") ? "<U+003A>".utf8 : "<U+0023>".utf8) : [byte]
    }
    return String(decoding: shown, as: UTF8.self)
  }

  private static func hasColons(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 == UInt8(ascii: ":") }
  }

  // MARK: Markdown

  /// A code span, in which neither Markdown nor a forge finds anything to act on.
  ///
  /// - Parameter isInTable: whether a bar would end the cell.
  package static func markdownCode(_ text: String, isInTable: Bool = false) -> String {
    var code = line(text)
    if isInTable { code = code.replacing(["|": "\\|"]) }
    let fence = backticks(longerThanIn: code, atLeast: 1)
    // A span can't be empty, and of one that begins or ends with a backtick or space, a space at each end is taken off.
    let edges = [code.utf8.first, code.utf8.last]
    let needsSpace = edges.contains { $0 == nil || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: " ") }
    return needsSpace ? "\(fence) \(code) \(fence)" : fence + code + fence
  }

  /// A fenced block of lines, with a line break at its end.
  package static func markdownBlock(_ text: String, language: String = "") -> String {
    let content = lines(text)
    let fence = backticks(longerThanIn: content, atLeast: 3)
    return "\(fence)\(language)\n\(content)\(content.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }

  /// A sentence of ours that may hold names of others: as it is where that is harmless, otherwise a code span.
  ///
  /// Mentions, references and the like are found after Markdown was read, so that nothing but code keeps them quiet.
  package static func markdown(_ text: String) -> String {
    MarkdownSentence(text).isHarmless ? text.replacing(MarkdownSentence.escapes) : markdownCode(text)
  }

  private static func backticks(longerThanIn text: String, atLeast least: Int) -> String {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "`", count: max(least, longest + 1))
  }

  // MARK: HTML

  /// Text, or the value of an attribute in double quotes; line breaks stay.
  package static func html(_ text: String) -> String {
    lines(text).replacing(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
  }

  /// The same in XML, which has no place for two characters that HTML takes.
  package static func xml(_ text: String) -> String {
    html(text).replacing(["\u{FFFE}": "&lt;U+FFFE&gt;", "\u{FFFF}": "&lt;U+FFFF&gt;"])
  }

  // MARK: Data

  /// A string of JSON with its quotes. Whoever decodes it gets every character; whoever looks at it sees the hidden ones.
  ///
  /// - Parameter isInHTML: whether it may come to stand in a page.
  package static func json(_ text: String, isInHTML: Bool = false) -> String {
    var out = "\""
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      // With two of them begin commands of services that read logs.
      case "#" where before == "#": out += "\\u0023"
      case _ where scalar.isHidden, "<" where isInHTML, ">" where isInHTML, "&" where isInHTML:
        for unit in String(scalar).utf16 {
          let hex = String(unit, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
      default: out.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return out + "\""
  }

  /// What follows the `::` of a command of a GitHub workflow.
  package static func workflowMessage(_ text: String) -> String {
    text.visible(keepsLines: true).replacing(["%": "%25", "\n": "%0A"])
  }

  /// The value of a property of a command of a GitHub workflow.
  package static func workflowProperty(_ text: String) -> String {
    workflowMessage(text).replacing([":": "%3A", ",": "%2C"])
  }

  /// A path as the reference of a URI (RFC 3986).
  package static func uri(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~/".utf8.contains(byte): out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }

  /// The text of a SARIF message, in which `[text](place)` would be a link.
  package static func sarif(_ text: String) -> String {
    let text = text.visible(keepsLines: true)
    guard text.holds("](") else { return text }
    return text.replacing(["\\": "\\\\", "[": "\\[", "]": "\\]"])
  }
}

extension String {
  /// Whether the bytes of a mark stand somewhere in the text.
  func holds(_ mark: String) -> Bool {
    let (bytes, mark) = (Array(utf8), Array(mark.utf8))
    return bytes.indices.contains { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
  }

  /// By scalars: to Swift, a `<` that a combining mark follows is no `<`, but to all others it is.
  fileprivate func replacing(_ table: [Unicode.Scalar: String]) -> String {
    guard unicodeScalars.contains(where: { table[$0] != nil }) else { return self }
    var out = ""
    for scalar in unicodeScalars {
      if let replacement = table[scalar] { out += replacement } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }
}
