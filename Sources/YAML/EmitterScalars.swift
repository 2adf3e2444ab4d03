extension Emitter {
  mutating func emit(_ scalar: Scalar, indent: Int) {
    let utf8 = scalar.text.utf8
    switch scalar.kind {
    case .string: emit(string: scalar.text, indent: indent)
    case .timestamp: emit(string: scalar.canonicalTimestamp, indent: indent)
    case .null: bytes.append("null")
    case .bool: bytes.append(scalar.isTrue ? "true" : "false")
    case .integer: bytes.appendInteger(utf8.span, as: .yaml)
    case .float: bytes.appendFloat(utf8.span, as: dialect == .kustomize ? .yaml : .plainYAML)
    }
  }

  /// Writes a string in the style that its characters ask for.
  ///
  /// - Parameter indent: where lines after the first start.
  mutating func emit(string text: String, indent: Int) {
    let utf8 = text.utf8
    let span = utf8.span
    emit(span, ScalarTraits(span), indent: indent, mayFold: true)
  }

  /// Writes a key that is followed by a colon on its line.
  ///
  /// - Returns: `false`, with nothing written, when the key is too long for that or has line breaks.
  mutating func emitSimpleKey(_ key: Scalar, indent: Int) -> Bool {
    if dialect == .bosh, key.kind != .string {
      emit(key, indent: indent)
      return true
    }
    let utf8 = key.text.utf8
    let span = utf8.span
    guard span.count <= 128 else { return false }
    // go-yaml writes it plain, and whoever reads that merges the value into the mapping.
    if span.count == 2, span[0] == UInt8(ascii: "<"), span[1] == UInt8(ascii: "<") {
      bytes.append("\"<<\"")
      return true
    }
    let traits = ScalarTraits(span)
    guard traits.isDisjoint(with: .lineBreaks) else { return false }
    emit(span, traits, indent: indent, mayFold: false)
    return true
  }

  private mutating func emit(_ text: Span<UInt8>, _ traits: ScalarTraits, indent: Int, mayFold: Bool) {
    let mayFold = mayFold && traits.contains(.space)
    if showsLines && traits.contains(.lineFeed) { return emitLiteral(text, indent: indent) }
    switch isShown && hides(text) ? .doubleQuoted : traits.style(of: text) {
    // A plain text that ends within the width has no space to fold at.
    case .plain where !mayFold || bytes.count - lineStart + text.count <= Self.width:
      bytes.append(text)
    case .plain:
      emitFlow(text, indent: indent, mayFold: true, doublesQuotes: false)
    case .singleQuoted:
      bytes.append("'")
      emitFlow(text, indent: indent, mayFold: mayFold, doublesQuotes: true)
      bytes.append("'")
    case .doubleQuoted: emitDoubleQuoted(text, indent: indent, mayFold: mayFold)
    case .literal: emitLiteral(text, indent: indent)
    }
  }

  /// The column after which a line is folded at the next space.
  static var width: Int { 80 }

  /// The number of characters on the current line.
  var column: Int {
    var count = 0
    for index in lineStart..<bytes.count where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Ends the line within a scalar.
  mutating func foldLine(_ indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    lineStart = bytes.count
    pad(to: indent)
  }
}

// MARK: - Styles

extension Emitter {
  /// Writes the text of a plain or a single-quoted scalar. Line feeds are not in it, but separators may be.
  private mutating func emitFlow(_ text: Span<UInt8>, indent: Int, mayFold: Bool, doublesQuotes: Bool) {
    var column = column
    var written = 0
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: " ") where mayFold && column > Self.width && isLoneSpace(text, index):
        bytes.append(text, written..<index)
        written = index + 1
        foldLine(indent)
        column = indent
      case UInt8(ascii: "'") where doublesQuotes:
        bytes.append(text, written..<index + 1)
        // It is written once more with what follows it.
        written = index
        column += 2
      case 0xE2 where CharacterKind(text, index).isBreak:
        let end = index + utf8Width(text[index])
        bytes.append(text, written..<end)
        written = end
        lineStart = bytes.count
        column = indent
        if end < text.count, !CharacterKind(text, end).isBreak { pad(to: indent) }
      case 0x80...0xBF: break
      default: column += 1
      }
    }
    bytes.append(text, written..<text.count)
  }

  /// Whether a space may become a line break: it is neither the first nor the last character, and no other
  /// space is beside it.
  private func isLoneSpace(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index > 0 && index < text.count - 1 && text[index - 1] != UInt8(ascii: " ")
      && text[index + 1] != UInt8(ascii: " ")
  }

  private mutating func emitLiteral(_ text: Span<UInt8>, indent: Int) {
    bytes.append("|")
    if text[0] == UInt8(ascii: " ") || CharacterKind(text, 0).isBreak { bytes.append("2") }
    emitChomping(of: text)
    foldLine(0)
    var written = 0
    for index in text.indices where text[index] == UInt8(ascii: "\n") || text[index] == 0xE2 {
      guard CharacterKind(text, index).isBreak else { continue }
      let end = index + utf8Width(text[index])
      if written < index { pad(to: indent) }
      bytes.append(text, written..<end)
      written = end
      lineStart = bytes.count
    }
    guard written < text.count else { return }
    pad(to: indent)
    bytes.append(text, written..<text.count)
  }

  /// Says what becomes of the line breaks at the end: `-` when there is none, `+` when there are several.
  private mutating func emitChomping(of text: Span<UInt8>) {
    let last = startOfCharacter(text, before: text.count)
    guard CharacterKind(text, last).isBreak else { return bytes.append("-") }
    if last == 0 || CharacterKind(text, startOfCharacter(text, before: last)).isBreak { bytes.append("+") }
  }

  private func startOfCharacter(_ text: Span<UInt8>, before end: Int) -> Int {
    var index = end - 1
    while text[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}

extension Scalar {
  /// Whether a boolean is true: `true`, `yes`, `y` or `on`, in any case.
  package var isTrue: Bool {
    var letters = text.utf8.makeIterator()
    switch letters.next().map({ $0 | 0x20 }) {
    case UInt8(ascii: "t"), UInt8(ascii: "y"): return true
    case UInt8(ascii: "o"): return letters.next().map { $0 | 0x20 } == UInt8(ascii: "n")
    default: return false
    }
  }
}
