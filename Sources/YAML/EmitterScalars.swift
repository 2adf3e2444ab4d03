extension Emitter {
  mutating func emit(_ scalar: Scalar, indent: Int) {
    let utf8 = scalar.text.utf8
    switch scalar.kind {
    case .string: emit(string: scalar.text, indent: indent)
    case .timestamp: emit(string: scalar.canonicalTimestamp, indent: indent)
    case .null: append("null")
    case .bool: append(scalar.isTrue ? "true" : "false")
    case .integer: appendInteger(utf8.span, to: &bytes, as: .yaml)
    case .float: appendFloat(utf8.span, to: &bytes, as: .yaml)
    }
  }

  /// Writes a string in the style that its characters ask for.
  ///
  /// - Parameter indent: where lines after the first start.
  mutating func emit(string text: String, indent: Int) {
    let utf8 = text.utf8
    emit(utf8.span, ScalarTraits(utf8.span), indent: indent, mayFold: true)
  }

  /// Writes a key that is followed by a colon on its line.
  ///
  /// - Returns: `false`, with nothing written, when the key is too long for that or has line breaks.
  mutating func emitSimpleKey(_ text: String, indent: Int) -> Bool {
    let utf8 = text.utf8
    guard utf8.count <= 128 else { return false }
    let traits = ScalarTraits(utf8.span)
    guard traits.isDisjoint(with: .lineBreaks) else { return false }
    emit(utf8.span, traits, indent: indent, mayFold: false)
    return true
  }

  private mutating func emit(_ text: Span<UInt8>, _ traits: ScalarTraits, indent: Int, mayFold: Bool) {
    let mayFold = mayFold && traits.contains(.space)
    switch traits.style(of: text) {
    // A plain text that ends within the width has no space to fold at.
    case .plain where !mayFold || bytes.count - lineStart + text.count <= Self.width:
      append(text, text.indices)
    case .plain: emitPlain(text, indent: indent)
    case .singleQuoted: emitSingleQuoted(text, indent: indent, mayFold: mayFold)
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

  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
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
  /// Writes a plain scalar that is too long for its line.
  private mutating func emitPlain(_ text: Span<UInt8>, indent: Int) {
    var column = column
    var written = 0
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: " "), column > Self.width, isLoneSpace(text, index) {
        append(text, written..<index)
        written = index + 1
        foldLine(indent)
        column = indent
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    append(text, written..<text.count)
  }

  private mutating func emitSingleQuoted(_ text: Span<UInt8>, indent: Int, mayFold: Bool) {
    append("'")
    var column = column
    var written = 0
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: " "), mayFold, column > Self.width, isLoneSpace(text, index) {
        append(text, written..<index)
        written = index + 1
        foldLine(indent)
        column = indent
      } else if byte == UInt8(ascii: "'") {
        append(text, written..<index + 1)
        // The quote is written once more with what follows it.
        written = index
        column += 2
      } else if byte == 0xE2, CharacterKind(text, index).isBreak {
        let end = index + utf8Width(byte)
        append(text, written..<end)
        written = end
        lineStart = bytes.count
        column = indent
        if end < text.count, !CharacterKind(text, end).isBreak { pad(to: indent) }
      } else if byte & 0xC0 != 0x80, index >= written {
        column += 1
      }
    }
    append(text, written..<text.count)
    append("'")
  }

  /// Whether a space may become a line break: it is neither the first nor the last character, and no other
  /// space is beside it.
  private func isLoneSpace(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index > 0 && index < text.count - 1 && text[index - 1] != UInt8(ascii: " ")
      && text[index + 1] != UInt8(ascii: " ")
  }

  private mutating func emitLiteral(_ text: Span<UInt8>, indent: Int) {
    append("|")
    if text[0] == UInt8(ascii: " ") || CharacterKind(text, 0).isBreak { append("2") }
    emitChomping(of: text)
    foldLine(0)
    var written = 0
    for index in text.indices where text[index] == UInt8(ascii: "\n") || text[index] == 0xE2 {
      guard CharacterKind(text, index).isBreak else { continue }
      let end = index + utf8Width(text[index])
      if written < index { pad(to: indent) }
      append(text, written..<end)
      written = end
      lineStart = bytes.count
    }
    guard written < text.count else { return }
    pad(to: indent)
    append(text, written..<text.count)
  }

  /// Says what becomes of the line breaks at the end: `-` when there is none, `+` when there are several.
  private mutating func emitChomping(of text: Span<UInt8>) {
    let last = startOfCharacter(text, before: text.count)
    guard CharacterKind(text, last).isBreak else { return append("-") }
    if last == 0 || CharacterKind(text, startOfCharacter(text, before: last)).isBreak { append("+") }
  }

  private func startOfCharacter(_ text: Span<UInt8>, before end: Int) -> Int {
    var index = end - 1
    while text[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}

extension Scalar {
  /// Whether a boolean is true. The spellings of one value differ in case only.
  var isTrue: Bool { text.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "t") }
}
