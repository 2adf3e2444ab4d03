/// How a string is written. Which style it gets follows from its characters alone.
enum ScalarStyle {
  case plain, singleQuoted, doubleQuoted, literal
}

/// What in a string's characters limits the styles it can be written in.
struct ScalarTraits: OptionSet {
  let rawValue: UInt16

  static let space = ScalarTraits(rawValue: 1 << 0)
  static let leadingSpace = ScalarTraits(rawValue: 1 << 1)
  static let trailingSpace = ScalarTraits(rawValue: 1 << 2)
  static let lineFeed = ScalarTraits(rawValue: 1 << 3)
  /// A line break of YAML 1.1 other than a line feed.
  static let otherBreak = ScalarTraits(rawValue: 1 << 4)
  static let spaceBeforeBreak = ScalarTraits(rawValue: 1 << 5)
  static let spaceAfterBreak = ScalarTraits(rawValue: 1 << 6)
  /// A character that YAML does not print as it is: controls, tabs, and all beyond the basic plane.
  static let unprintable = ScalarTraits(rawValue: 1 << 7)
  /// Syntax that a plain scalar must not hold.
  static let indicator = ScalarTraits(rawValue: 1 << 8)

  static let lineBreaks: ScalarTraits = [.lineFeed, .otherBreak]
  static let forbidsPlain: ScalarTraits = [
    .leadingSpace, .trailingSpace, .lineFeed, .otherBreak, .unprintable, .indicator,
  ]
  static let forbidsSingleQuoted: ScalarTraits = [.spaceBeforeBreak, .spaceAfterBreak, .unprintable]
  static let forbidsLiteral: ScalarTraits = [.trailingSpace, .spaceBeforeBreak, .unprintable]
}

extension ScalarTraits {
  init(_ text: Span<UInt8>) {
    self = []
    guard text.count > 0 else { return }
    if startsWithIndicator(text) { insert(.indicator) }
    var breakEnd = -1
    for index in text.indices where !isOrdinary(text[index]) {
      switch text[index] {
      case UInt8(ascii: "#"):
        if index > 0, text[index - 1] == UInt8(ascii: " ") { insert(.indicator) }
      case UInt8(ascii: ":"):
        if isBlankOrEnd(text, index + 1) { insert(.indicator) }
      case UInt8(ascii: " "):
        insert(.space)
        if index == 0 { insert(.leadingSpace) }
        if index == text.count - 1 { insert(.trailingSpace) }
        if index == breakEnd { insert(.spaceAfterBreak) }
      case let byte:
        let kind = CharacterKind(text, index)
        if !kind.isPrintable { insert(.unprintable) }
        guard kind.isBreak else { continue }
        insert(byte == UInt8(ascii: "\n") ? .lineFeed : .otherBreak)
        if index > 0, text[index - 1] == UInt8(ascii: " ") { insert(.spaceBeforeBreak) }
        breakEnd = index + utf8Width(byte)
      }
    }
  }

  /// The style of a value with these traits.
  ///
  /// The rules are those of libyaml's emitter, given go-yaml's wishes: a literal for what has line feeds,
  /// double quotes for what would not read back as a string, else plain.
  func style(of text: Span<UInt8>) -> ScalarStyle {
    if contains(.lineFeed) { return isDisjoint(with: .forbidsLiteral) ? .literal : .doubleQuoted }
    if !readsAsString(text) { return .doubleQuoted }
    if isDisjoint(with: .forbidsPlain) { return .plain }
    return isDisjoint(with: .forbidsSingleQuoted) ? .singleQuoted : .doubleQuoted
  }
}

/// Whether a byte limits no style wherever it stands: printable ASCII but for the space, `#` and `:`, and whatever
/// follows the first byte of a character.
private func isOrdinary(_ byte: UInt8) -> Bool {
  0x21...0xBF ~= byte && byte != 0x7F && byte != UInt8(ascii: "#") && byte != UInt8(ascii: ":")
}

/// What a character that is not printable ASCII means to YAML.
struct CharacterKind {
  var isPrintable: Bool
  var isBreak: Bool

  init(_ text: Span<UInt8>, _ index: Int) {
    (isPrintable, isBreak) =
      switch text[index] {
      case UInt8(ascii: "\n"): (true, true)
      case UInt8(ascii: "\r"): (false, true)
      case 0x20...0x7E: (true, false)
      // U+0080…U+009F, with U+0085 NEXT LINE.
      case 0xC2: (text[index + 1] >= 0xA0, text[index + 1] == 0x85)
      // U+2028 LINE SEPARATOR, U+2029 PARAGRAPH SEPARATOR.
      case 0xE2: (true, text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8)
      // U+FEFF BYTE ORDER MARK, U+FFFE, U+FFFF.
      case 0xEF:
        (
          !(text[index + 1] == 0xBB && text[index + 2] == 0xBF
            || text[index + 1] == 0xBF && text[index + 2] >= 0xBE), false
        )
      case 0xC3...0xEE: (true, false)
      default: (false, false)
      }
  }
}

private func startsWithIndicator(_ text: Span<UInt8>) -> Bool {
  switch text[0] {
  case UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
    UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
    UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
    UInt8(ascii: "`"):
    true
  case UInt8(ascii: "?"): isBlankOrEnd(text, 1)
  case UInt8(ascii: "-"): isBlankOrEnd(text, 1) || startsThrice(text)
  case UInt8(ascii: "."): startsThrice(text)
  default: false
  }
}

/// Whether the text starts like a document marker, `---` or `...`.
private func startsThrice(_ text: Span<UInt8>) -> Bool {
  text.count >= 3 && text[0] == text[1] && text[0] == text[2]
}

private func isBlankOrEnd(_ text: Span<UInt8>, _ index: Int) -> Bool {
  index >= text.count || text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t")
}
