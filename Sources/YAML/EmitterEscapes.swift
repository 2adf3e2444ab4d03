internal import Diagnostics

extension Emitter {
  mutating func emitDoubleQuoted(_ text: Span<UInt8>, indent: Int, mayFold: Bool) {
    bytes.append("\"")
    // go-yaml looks for a byte order mark at the start of the text, for each of its characters.
    let escapesAll = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
    var column = column
    var (index, written) = (0, 0)
    while index < text.count {
      let end = index + utf8Width(text[index])
      if escapesAll || needsEscape(text, index) {
        bytes.append(text, written..<index)
        written = end
        let before = bytes.count
        appendEscape(codePoint(text, index..<end))
        column += bytes.count - before
      } else if mayFold, column > Self.width, isFoldable(text, index) {
        bytes.append(text, written..<index)
        written = end
        foldLine(indent)
        // A backslash keeps a space at the start of a line.
        let isSpaceNext = text[end] == UInt8(ascii: " ")
        if isSpaceNext { bytes.append("\\") }
        column = isSpaceNext ? indent + 1 : indent
      } else {
        column += 1
      }
      index = end
    }
    bytes.append(text, written..<text.count)
    bytes.append("\"")
  }

  private func isFoldable(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text[index] == UInt8(ascii: " ") && index > 0 && index < text.count - 1
      && text[index - 1] != UInt8(ascii: " ")
  }

  private func needsEscape(_ text: Span<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): true
    case UInt8(ascii: "#") where isShown: index > 0 && text[index - 1] == UInt8(ascii: "#")
    case 0x20...0x7E: false
    default:
      { $0.isBreak || !$0.isPrintable }(CharacterKind(text, index)) || isShown && isHidden(text, index)
    }
  }

  private func isHidden(_ text: Span<UInt8>, _ index: Int) -> Bool {
    let point = codePoint(text, index..<(index + utf8Width(text[index])))
    return Unicode.Scalar(point)?.isHidden ?? false
  }

  /// Whether something in a text would not be seen as it is.
  func hides(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      if text[index] != UInt8(ascii: "\""), text[index] != UInt8(ascii: "\\"), needsEscape(text, index) {
        return true
      }
      index += utf8Width(text[index])
    }
    return false
  }

  private func codePoint(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    guard range.count > 1 else { return UInt32(text[range.lowerBound]) }
    var value = UInt32(text[range.lowerBound]) & 0x7F >> UInt32(range.count)
    for index in range.dropFirst() { value = value << 6 | UInt32(text[index] & 0x3F) }
    return value
  }

  private mutating func appendEscape(_ codePoint: UInt32) {
    switch codePoint {
    case 0x00: bytes.append("\\0")
    case 0x07: bytes.append("\\a")
    case 0x08: bytes.append("\\b")
    case 0x09: bytes.append("\\t")
    case 0x0A: bytes.append("\\n")
    case 0x0B: bytes.append("\\v")
    case 0x0C: bytes.append("\\f")
    case 0x0D: bytes.append("\\r")
    case 0x1B: bytes.append("\\e")
    case 0x22: bytes.append("\\\"")
    case 0x5C: bytes.append("\\\\")
    case 0x85: bytes.append("\\N")
    case 0xA0: bytes.append("\\_")
    case 0x2028: bytes.append("\\L")
    case 0x2029: bytes.append("\\P")
    case ...0xFF: appendHex("\\x", codePoint, digits: 2)
    case ...0xFFFF: appendHex("\\u", codePoint, digits: 4)
    default: appendHex("\\U", codePoint, digits: 8)
    }
  }

  private mutating func appendHex(_ prefix: StaticString, _ value: UInt32, digits: Int) {
    bytes.append(prefix)
    bytes.appendHex(value, digits: digits, letters: UInt8(ascii: "A"))
  }
}
