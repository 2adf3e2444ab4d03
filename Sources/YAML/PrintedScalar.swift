extension Scalar {
  /// The value as Go's `fmt` prints it into a text.
  package var printed: String {
    var bytes: [UInt8] = []
    switch kind {
    case .string, .null: return text
    case .timestamp: return canonicalTimestamp
    case .bool: return isTrue ? "true" : "false"
    case .integer: bytes.appendInteger(text.utf8.span, as: .yaml)
    case .float:
      guard let decimal = decimalValue(text.utf8.span).flatMap(ShortestDecimal.init) else { return text }
      if -4..<6 ~= decimal.exponent {
        decimal.appendPositional(to: &bytes)
      } else {
        decimal.appendScientific(to: &bytes, exponentDigits: 2)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
