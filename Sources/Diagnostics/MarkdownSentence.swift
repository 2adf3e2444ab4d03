/// Whether a sentence means the same to Markdown, and to the forges that show it, as to a reader of its text.
struct MarkdownSentence {
  /// What a backslash takes every meaning from.
  private static let escapable = Set<Unicode.Scalar>("*_[]<>{}|\"".unicodeScalars)
  static let escapes = Dictionary(uniqueKeysWithValues: escapable.map { ($0, "\\" + String($0)) })
  private static let plain = Set<Unicode.Scalar>(" ,;:.()/'-+=?→…".unicodeScalars)

  private let text: String

  init(_ text: String) {
    self.text = text
  }

  var isHarmless: Bool {
    text.unicodeScalars.allSatisfy(Self.isKnown) && !hasEdges && !isListItem && !hasLink && !hasShortcode
      && !hasCommit
  }

  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return isWord(scalar) || plain.contains(scalar) || escapable.contains(scalar)
    }
    return !scalar.isHidden && (plain.contains(scalar) || scalar.properties.isAlphabetic)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  private var hasEdges: Bool { text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ") }

  /// `- …` or `1. …`
  private var isListItem: Bool {
    let rest = text.unicodeScalars.drop { ("0"..."9").contains($0) }
    guard let mark = rest.first else { return false }
    return rest.startIndex == text.startIndex
      ? "-+=".unicodeScalars.contains(mark) : mark == "." || mark == ")"
  }

  private var hasLink: Bool {
    let lower = text.lowercased()
    return ["://", "www.", "gh-", "mailto:", "xmpp:"].contains(where: lower.holds)
  }

  /// `:tada:`
  private var hasShortcode: Bool {
    let parts = text.unicodeScalars.split(separator: ":", omittingEmptySubsequences: false)
    return parts.dropFirst().dropLast().contains { part in
      !part.isEmpty && part.allSatisfy { Self.isWord($0) || "_+-".unicodeScalars.contains($0) }
    }
  }

  /// A word of hexadecimal digits, as many as name a commit.
  private var hasCommit: Bool {
    text.unicodeScalars.split { !Self.isWord($0) }.contains { word in
      word.count >= 7 && word.allSatisfy(\.properties.isASCIIHexDigit)
    }
  }
}
