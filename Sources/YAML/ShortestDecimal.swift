/// The fewest decimal digits that read back as the same double, and the forms that Go writes them in.
struct ShortestDecimal {
  let isNegative: Bool
  /// Without leading and trailing zeros, so none at all for zero.
  private(set) var digits: [UInt8] = []
  /// Where the decimal point stands, counted from the first digit.
  private(set) var point = 0

  /// - Returns: `nil` for infinities and what is no number.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value.sign == .minus
    var exponent = 0
    var fraction: Int?
    let text = Array(value.magnitude.description.utf8)
    for (index, byte) in text.enumerated() {
      if isDigit(byte) {
        digits.append(byte)
      } else if byte == UInt8(ascii: ".") {
        fraction = digits.count
      } else {
        exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
        break
      }
    }
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    point = (fraction ?? digits.count) + exponent - leading
    digits.removeFirst(leading)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  /// The power of ten of the first digit.
  var exponent: Int { digits.isEmpty ? 0 : point - 1 }

  /// Its digits as an integer of 64 bits, when it is one.
  var integer: String? {
    guard digits.count <= point || digits.isEmpty, point <= 20 else { return nil }
    let zeros = repeatElement(UInt8(ascii: "0"), count: point - digits.count)
    let text = digits.isEmpty ? "0" : String(decoding: digits + zeros, as: UTF8.self)
    guard let magnitude = UInt64(text) else { return nil }
    guard isNegative, magnitude > 0 else { return text }
    return magnitude <= UInt64(Int64.max) + 1 ? "-" + text : nil
  }

  /// Appends it without an exponent: `0.05`, `120`.
  func appendPositional(to bytes: inout [UInt8]) {
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    if point <= 0 { bytes.append(UInt8(ascii: "0")) }
    for index in 0..<max(point, digits.count) {
      if index == max(point, 0) { appendPoint(to: &bytes) }
      bytes.append(index < digits.count ? digits[index] : UInt8(ascii: "0"))
    }
  }

  private func appendPoint(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "."))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, -point)))
  }

  /// Appends it with an exponent of at least `exponentDigits` digits: `1.5e+300`, `1e-07`.
  func appendScientific(to bytes: inout [UInt8], exponentDigits: Int) {
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    bytes.append(digits.first ?? UInt8(ascii: "0"))
    if digits.count > 1 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: digits.dropFirst())
    }
    bytes.append(UInt8(ascii: "e"))
    bytes.append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let power = String(exponent.magnitude).utf8
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, exponentDigits - power.count)))
    bytes.append(contentsOf: power)
  }
}
