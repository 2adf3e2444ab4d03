/// What a plain scalar means: go-yaml v3's rules for a value without a type.
///
/// They are neither YAML 1.1's nor 1.2's: `yes` is a string, `0777` and `0o777` are both octal, `1:30` is a
/// string, and a number too large for its type is a float or a string.
package enum ScalarResolution {
  package static func resolve(plain bytes: UnsafeBufferPointer<UInt8>) -> Scalar.Kind {
    guard let first = bytes.first else { return .null }
    // Nearly every scalar is a string that its first byte gives away.
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number(bytes)
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"),
      UInt8(ascii: "F"), UInt8(ascii: "~"):
      return mayBeWord(bytes) ? word(String(decoding: bytes, as: UTF8.self)) : .string
    default:
      return .string
    }
  }

  package static func resolve(plain text: String) -> Scalar.Kind {
    var text = text
    return text.withUTF8 { resolve(plain: $0) }
  }

  /// Most keys that begin as a word does end here, such as `name` and `type`.
  private static func mayBeWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 1 else { return true }
    let lowerCase: UInt8 = 0x20
    return switch (bytes[0] | lowerCase, bytes[1] | lowerCase) {
    case (UInt8(ascii: "n"), UInt8(ascii: "u")), (UInt8(ascii: "t"), UInt8(ascii: "r")): bytes.count == 4
    case (UInt8(ascii: "f"), UInt8(ascii: "a")): bytes.count == 5
    default: false
    }
  }

  private static func word(_ text: String) -> Scalar.Kind {
    switch text {
    case "true", "True", "TRUE", "false", "False", "FALSE": .bool
    case "null", "Null", "NULL", "~": .null
    default: .string
    }
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Scalar.Kind {
    if isShortDecimal(bytes) { return .integer }
    let number = NumberSpelling(bytes)
    if number.integer != nil { return .integer }
    if number.double != nil { return .float }
    return bytes.count >= 8 && isTimestamp(bytes.span) ? .timestamp : .string
  }

  /// Whether these are digits that any integer type holds: ports, replicas, most numbers.
  private static func isShortDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count < 19 && (bytes[0] != UInt8(ascii: "0") || bytes.count == 1)
      && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

// MARK: - The values of numbers

extension ScalarResolution {
  /// A whole number beyond what `Int` holds on either side.
  package struct Integer: Sendable, Equatable {
    package var isNegative: Bool
    package var magnitude: UInt64

    package init(isNegative: Bool = false, magnitude: UInt64) {
      self.isNegative = isNegative
      self.magnitude = magnitude
    }
  }

  /// The value of a scalar that resolves to an integer: `0x1F`, `0o17`, `017`, `0b1`, `-1_000`.
  package static func integerValue(of text: String) -> Integer? {
    var text = text
    return text.withUTF8 { NumberSpelling($0).integer }
  }

  /// The value of a scalar that resolves to a number: `1_0.5e3`, `.inf`, `-.Inf`, `.nan`, and any integer.
  package static func floatValue(of text: String) -> Double? {
    var text = text
    return text.withUTF8 { bytes in
      let number = NumberSpelling(bytes)
      if let integer = number.integer {
        return integer.isNegative ? -Double(integer.magnitude) : Double(integer.magnitude)
      }
      return number.double
    }
  }
}
