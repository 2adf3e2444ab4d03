/// Characters that JSON escapes in two halves: `\\ud83d\\ude00`.
enum SurrogatePairs {
  /// The text with each of them in one escape, as YAML has it.
  ///
  /// - Returns: `nil` when there are none.
  static func joined(in text: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    var start = 0
    var index = 0
    while index + 12 <= text.count {
      guard text[index] == backslash else {
        index += 1
        continue
      }
      guard let high = unit(text, index), let low = unit(text, index + 6), 0xD800...0xDBFF ~= high,
        0xDC00...0xDFFF ~= low
      else {
        // What follows a backslash is escaped by it.
        index += 2
        continue
      }
      let character = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
      let digits = String(character, radix: 16)
      joined += text[start..<index]
      joined += "\\U\(String(repeating: "0", count: 8 - digits.utf8.count))\(digits)".utf8
      index += 12
      start = index
    }
    return start == 0 ? nil : joined + text[start...]
  }

  private static let backslash = UInt8(ascii: "\\")

  /// The number of an escape, `\\u` and four digits.
  private static func unit(_ text: [UInt8], _ index: Int) -> UInt32? {
    guard text[index] == backslash, text[index + 1] == UInt8(ascii: "u") else { return nil }
    let digits = text[(index + 2)..<(index + 6)]
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
