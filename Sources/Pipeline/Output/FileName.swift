/// Any text as the name of a file, on any system.
enum FileName {
  /// What paths and Windows have a use for becomes a hyphen. What can't be seen, and what would make it a hidden or a
  /// reserved name, is written as its bytes, as in a URL, and so is the sign for that.
  static func encoded(_ text: String) -> String {
    let name = text.utf8.allSatisfy(isUsual) ? text : text.unicodeScalars.map(encoded).joined()
    guard let first = name.utf8.first, first == UInt8(ascii: ".") || isReserved(name) else { return name }
    return percent(first) + String(decoding: name.utf8.dropFirst(), as: UTF8.self)
  }

  private static func isUsual(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func encoded(_ scalar: Unicode.Scalar) -> String {
    if isSeparator(scalar) { return "-" }
    return scalar == "%" || isInvisible(scalar) ? scalar.utf8.map(percent).joined() : String(scalar)
  }

  /// The beginning of a name that was encoded, at most so many bytes of it.
  static func prefix(of name: String, _ count: Int) -> String {
    var size = 0
    let scalars = name.unicodeScalars.prefix { scalar in
      size += scalar.utf8.count
      return size <= count
    }
    let text = String(scalars)
    // A part of an encoded byte would be none.
    return text.utf8.suffix(2).lastIndex(of: UInt8(ascii: "%")).map { String(text[..<$0]) } ?? text
  }

  /// Whether a name leads nowhere else and shows all that is in it.
  static func isPlain(_ name: String) -> Bool {
    name.utf8.first != UInt8(ascii: ".") && !isReserved(name)
      && !name.unicodeScalars.contains { isSeparator($0) || isInvisible($0) }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", ":", "\\", "<", ">", "|", "?", "*", "\"": true
    default: false
    }
  }

  private static func percent(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7f }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: return true
    default: return false
    }
  }

  /// Windows has devices of these names in every directory, whatever their ending.
  private static func isReserved(_ name: String) -> Bool {
    let stem = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)[0]
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    return stem.utf8.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
      && stem.utf8.last.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }
}
