extension Emitter {
  mutating func emitDoubleQuoted(_ text: Span<UInt8>, indent: Int, mayFold: Bool) {
    append("\"")
    // go-yaml looks for a byte order mark at the start of the text, for each of its characters.
    let escapesAll = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
    var column = column
    var index = 0
    while index < text.count {
      let end = index + utf8Width(text[index])
      if escapesAll || needsEscape(text, index) {
        let before = bytes.count
        appendEscape(codePoint(text, index..<end))
        column += bytes.count - before
      } else if mayFold, column > Self.width, isFoldable(text, index) {
        foldLine(indent)
        column = indent
        if text[end] == UInt8(ascii: " ") {
          append("\\")
          column += 1
        }
      } else {
        append(text, index..<end)
        column += 1
      }
      index = end
    }
    append("\"")
  }

  private func isFoldable(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text[index] == UInt8(ascii: " ") && index > 0 && index < text.count - 1
      && text[index - 1] != UInt8(ascii: " ")
  }

  private func needsEscape(_ text: Span<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): true
    case 0x20...0x7E: false
    default: { $0.isBreak || !$0.isPrintable }(CharacterKind(text, index))
    }
  }

  private func codePoint(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    guard range.count > 1 else { return UInt32(text[range.lowerBound]) }
    var value = UInt32(text[range.lowerBound]) & 0x7F >> UInt32(range.count)
    for index in range.dropFirst() { value = value << 6 | UInt32(text[index] & 0x3F) }
    return value
  }

  private mutating func appendEscape(_ codePoint: UInt32) {
    switch codePoint {
    case 0x00: append("\\0")
    case 0x07: append("\\a")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0B: append("\\v")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case 0x1B: append("\\e")
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x85: append("\\N")
    case 0xA0: append("\\_")
    case 0x2028: append("\\L")
    case 0x2029: append("\\P")
    case ...0xFF: appendHex("\\x", codePoint, digits: 2)
    case ...0xFFFF: appendHex("\\u", codePoint, digits: 4)
    default: appendHex("\\U", codePoint, digits: 8)
    }
  }

  private mutating func appendHex(_ prefix: StaticString, _ value: UInt32, digits: UInt32) {
    append(prefix)
    for place in (0..<digits).reversed() {
      let digit = UInt8(truncatingIfNeeded: value >> (place * 4)) & 0x0F
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}
