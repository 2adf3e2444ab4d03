// Numbers as kustomize writes them: what Go's JSON makes of the source's spelling, and go-yaml of that.

/// Which of Go's encoders writes a number.
enum NumberFormat {
  case yaml, json
  /// YAML that was not JSON before.
  case plainYAML
}

extension [UInt8] {
  /// Appends an integer in decimal. One that does not fit in 64 bits is a float to Go.
  mutating func appendInteger(_ text: Span<UInt8>, as format: NumberFormat) {
    if isCanonical(text) {
      append(text)
    } else if let integer = IntegerSpelling(text), integer.fitsIn64Bits, let magnitude = integer.magnitude {
      if integer.isNegative, magnitude > 0 { append("-") }
      append(contentsOf: String(magnitude).utf8)
    } else {
      appendFloat(text, as: format)
    }
  }

  /// Appends a float as the shortest decimal that reads back the same. What is no number stays as it is.
  mutating func appendFloat(_ text: Span<UInt8>, as format: NumberFormat) {
    guard let value = floatValue(text) else { return append(text) }
    guard let decimal = ShortestDecimal(value) else {
      // JSON can't say these; kustomize stops at them.
      return append(value.isNaN ? ".nan" : value < 0 ? "-.inf" : ".inf")
    }
    switch format {
    case .json where -6..<21 ~= decimal.exponent: decimal.appendPositional(to: &self)
    case .json: decimal.appendScientific(to: &self, exponentDigits: 1)
    case .yaml, .plainYAML:
      // go-yaml reads the JSON, where a whole number that fits in 64 bits is an integer.
      if format == .yaml, let integer = decimal.integer {
        append(contentsOf: integer.utf8)
      } else if -4..<6 ~= decimal.exponent {
        decimal.appendPositional(to: &self)
      } else {
        decimal.appendScientific(to: &self, exponentDigits: 2)
      }
    }
  }
}

/// Whether an integer is already written as it will be.
private func isCanonical(_ text: Span<UInt8>) -> Bool {
  let first = text.count > 0 && text[0] == UInt8(ascii: "-") ? 1 : 0
  guard 1...18 ~= text.count - first else { return false }
  for index in first..<text.count where !isDigit(text[index]) { return false }
  return text[first] != UInt8(ascii: "0") || text.count == 1
}

/// The value of a decimal number's spelling; infinite when it is too large.
func decimalValue(_ text: Span<UInt8>) -> Double? {
  text.withUnsafeBufferPointer { bytes in
    Double(String(decoding: bytes.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self))
  }
}

/// The value of a float's spelling, which may be `.inf` or `.nan`.
private func floatValue(_ text: Span<UInt8>) -> Double? {
  switch text.count > 0 ? text[text.count - 1] | 0x20 : 0 {
  case UInt8(ascii: "f"): text[0] == UInt8(ascii: "-") ? -.infinity : .infinity
  case UInt8(ascii: "n"): .nan
  default: decimalValue(text)
  }
}

/// Whether these are the bytes of a number of JSON (RFC 8259).
func isJSONNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
  var rest = bytes
  func digits() -> Int {
    let count = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(count)
    return count
  }
  if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
  let isZero = rest.first == UInt8(ascii: "0")
  guard case let count = digits(), count > 0, !isZero || count == 1 else { return false }
  if rest.first == UInt8(ascii: ".") {
    rest.removeFirst()
    guard digits() > 0 else { return false }
  }
  if let first = rest.first, first | 0x20 == UInt8(ascii: "e") {
    rest.removeFirst()
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    guard digits() > 0 else { return false }
  }
  return rest.isEmpty
}
