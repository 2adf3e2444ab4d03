/// One `((name))` in a text.
package struct VariableReference: Sendable {
  /// What stands between the parentheses, without the `!` in front.
  package let name: String
  /// Whether a `!` stands in front: a mark for tools downstream, without a meaning here.
  package let isMarked: Bool
  /// In bytes of the text, parentheses included.
  package let range: Range<Int>

  /// The variable's own name, up to the first dot.
  package var root: String {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return name }
    return String(name[..<dot])
  }

  /// The keys and indexes below the variable's value.
  package var path: [String] {
    name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst().map {
      String(Substring($0))
    }
  }
}

extension VariableReference {
  /// The references of a text, from left to right.
  package static func all(in text: String) -> [VariableReference] {
    // Nearly every text has none.
    guard mayHold(text) else { return [] }
    let bytes = Array(text.utf8)
    var references: [VariableReference] = []
    var index = 0
    while index + 4 < bytes.count {
      if let reference = reference(in: bytes, at: index) {
        references.append(reference)
        index = reference.range.upperBound
      } else {
        index += 1
      }
    }
    return references
  }

  private static func mayHold(_ text: String) -> Bool {
    let utf8 = text.utf8
    let span = utf8.span
    guard span.count >= 5 else { return false }
    for index in 1..<span.count where span[index] == openParenthesis && span[index - 1] == openParenthesis {
      return true
    }
    return false
  }

  private static func reference(in bytes: [UInt8], at start: Int) -> VariableReference? {
    guard bytes[start] == openParenthesis, bytes[start + 1] == openParenthesis else { return nil }
    // There may be a blank behind the first parentheses and before the last.
    let blank = UInt8(ascii: " ")
    let mark = start + (bytes[start + 2] == blank ? 3 : 2)
    let isMarked = bytes[mark] == UInt8(ascii: "!")
    let first = mark + (isMarked ? 1 : 0)
    guard let end = bytes[first...].firstIndex(where: { $0 < 0x80 && !isNameByte[Int($0)] }), end > first
    else { return nil }
    let close = bytes[end] == blank ? end + 1 : end
    guard close + 1 < bytes.count, bytes[close] == closeParenthesis, bytes[close + 1] == closeParenthesis
    else { return nil }
    let name = String(decoding: bytes[first..<end], as: UTF8.self)
    guard name.unicodeScalars.allSatisfy({ $0.isASCII || $0.isLetter }) else { return nil }
    return VariableReference(name: name, isMarked: isMarked, range: start..<close + 2)
  }

  /// ASCII letters and digits, and `_ - / .`.
  private static let isNameByte: [Bool] = (0..<0x80).map { (byte: UInt8) in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static let openParenthesis = UInt8(ascii: "(")
  private static let closeParenthesis = UInt8(ascii: ")")
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
