/// An integer as Go reads it: a sign, a base prefix (`0x`, `0o`, `0b`, or `0` for octal), and digits with
/// underscores anywhere.
struct IntegerSpelling {
  private(set) var sign: UInt8?
  /// `nil` when it does not fit in 64 bits.
  private(set) var magnitude: UInt64? = 0

  /// - Returns: `nil` when the text is no integer.
  init?(_ text: Span<UInt8>) {
    var rest = NumberReader()
    sign = rest.skipSign(text)
    let (base, leading) = rest.skipBase(text)
    var count = leading
    while let byte = rest.next(text) {
      guard let digit = digitValue(byte), digit < base else { return nil }
      count += 1
      append(digit, base: base)
    }
    guard count > 0 else { return nil }
  }

  private mutating func append(_ digit: UInt64, base: UInt64) {
    guard let shifted = magnitude?.multipliedReportingOverflow(by: base), !shifted.overflow else {
      magnitude = nil
      return
    }
    let sum = shifted.partialValue.addingReportingOverflow(digit)
    magnitude = sum.overflow ? nil : sum.partialValue
  }

  var isNegative: Bool { sign == UInt8(ascii: "-") }

  /// Whether Go's signed or, without a sign, its unsigned 64 bits hold it.
  var fitsIn64Bits: Bool {
    guard let magnitude else { return false }
    return magnitude <= UInt64(Int64.max) + (isNegative ? 1 : 0) || sign == nil
  }
}

extension Scalar {
  /// The value of an integer, as Go reads it; `nil` for what is none, or not within 64 bits.
  package var integer: Int? {
    guard kind == .integer else { return nil }
    var text = text
    return text.withUTF8 { bytes in
      guard let spelling = IntegerSpelling(bytes.span), let magnitude = spelling.magnitude else { return nil }
      guard spelling.isNegative else { return Int(exactly: magnitude) }
      return magnitude == Int.min.magnitude ? .min : Int(exactly: magnitude).map { -$0 }
    }
  }
}

extension Scalar {
  /// Its value where that is whole, which that of `1e3` and `2.0` is; `nil` beyond 64 bits.
  var wholeNumber: Int? {
    kind == .float ? ScalarResolution.floatValue(of: text).flatMap { Int(exactly: $0) } : integer
  }
}

private func digitValue(_ byte: UInt8) -> UInt64? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
    UInt64(byte | 0x20 - UInt8(ascii: "a")) + 10
  default: nil
  }
}

/// A place in a number's spelling; underscores are stepped over.
struct NumberReader {
  private(set) var index = 0

  func peek(_ text: Span<UInt8>) -> UInt8? {
    var index = index
    while index < text.count, text[index] == UInt8(ascii: "_") { index += 1 }
    return index < text.count ? text[index] : nil
  }

  mutating func next(_ text: Span<UInt8>) -> UInt8? {
    while index < text.count {
      defer { index += 1 }
      if text[index] != UInt8(ascii: "_") { return text[index] }
    }
    return nil
  }

  func isAtEnd(_ text: Span<UInt8>) -> Bool { peek(text) == nil }

  mutating func skip(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
    guard peek(text) == byte else { return false }
    _ = next(text)
    return true
  }

  mutating func skipSign(_ text: Span<UInt8>) -> UInt8? {
    guard let byte = peek(text), byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") else { return nil }
    return next(text)
  }

  mutating func skipDigits(_ text: Span<UInt8>) -> Int {
    var count = 0
    while let byte = peek(text), isDigit(byte) {
      _ = next(text)
      count += 1
    }
    return count
  }

  /// Skips the prefix. A bare `0`, the prefix of octal numbers, is a digit too.
  mutating func skipBase(_ text: Span<UInt8>) -> (base: UInt64, digits: Int) {
    guard skip(UInt8(ascii: "0"), text) else { return (10, 0) }
    let base: UInt64
    switch peek(text).map({ $0 | 0x20 }) {
    case UInt8(ascii: "x"): base = 16
    case UInt8(ascii: "o"): base = 8
    case UInt8(ascii: "b"): base = 2
    default: return (8, 1)
    }
    _ = next(text)
    return (base, 0)
  }
}
