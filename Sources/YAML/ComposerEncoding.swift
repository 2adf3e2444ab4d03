// Bytes that are no text, or text that YAML does not allow.

extension SyntaxMistake {
  var encodingMistake: Finding {
    if problem.what == "control characters are not allowed" {
      let code = String(problem.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
      return Finding(
        id: "control-character", summary: "YAML can't hold the character \(name) as it is", mark: mark,
        hint: "remove it, or write it as an escape in double quotes, such as \"\\u\(name.dropFirst(2))\"")
    }
    let isUTF16 = text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF])
    return Finding(
      id: "not-utf8", summary: isUTF16 ? "this file is UTF-16, not UTF-8" : "this is not UTF-8 text",
      mark: mark,
      hint: isUTF16
        ? "save it as UTF-8"
        : "save the file as UTF-8; binary content belongs into base64 or a file of its own")
  }
}

extension LibYAMLParser.Mark {
  init(byteOffset: Int, in text: UnsafeBufferPointer<UInt8>) {
    let before = text[..<min(byteOffset, text.count)]
    line = UInt32(before.count { $0 == UInt8(ascii: "\n") })
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
    // A character is counted by the byte that leads it.
    column = UInt32(before[start...].count { $0 & 0xC0 != 0x80 })
  }
}
