/// A plain scalar that begins like a number, as go-yaml reads it: by Go's `strconv` after removing every `_`.
struct NumberSpelling {
  /// The spelling without underscores, except where it begins with a dot: there they must separate digits.
  private let bytes: [UInt8]
  private let hadUnderscores: Bool

  init(_ spelling: UnsafeBufferPointer<UInt8>) {
    let underscore = UInt8(ascii: "_")
    hadUnderscores = spelling.contains(underscore)
    if hadUnderscores, spelling.first != UInt8(ascii: ".") || Self.separatesDigits(spelling) {
      bytes = spelling.filter { $0 != underscore }
    } else {
      bytes = Array(spelling)
    }
  }

  private static func separatesDigits(_ spelling: UnsafeBufferPointer<UInt8>) -> Bool {
    spelling.indices.allSatisfy { index in
      spelling[index] != UInt8(ascii: "_")
        || (index + 1 < spelling.count && isDigit(spelling[index - 1]) && isDigit(spelling[index + 1]))
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

// MARK: - Whole numbers

extension NumberSpelling {
  /// `nil` also for a number beyond 64 bits.
  var integer: ScalarResolution.Integer? {
    var rest = bytes[...]
    guard let first = rest.first, first != UInt8(ascii: ".") else { return nil }
    var sign = Self.takeSign(&rest)
    let radix = Self.takeRadix(&rest)
    if sign == nil, radix.admitsSign { sign = Self.takeSign(&rest) }
    guard let magnitude = Self.magnitude(rest, radix: radix.value) else { return nil }
    // Only a number without a sign may use the 64th bit.
    let limit: UInt64 =
      switch sign {
      case nil: .max
      case UInt8(ascii: "-"): 1 << 63
      default: 1 << 63 - 1
      }
    guard magnitude <= limit else { return nil }
    return .init(isNegative: sign == UInt8(ascii: "-") && magnitude > 0, magnitude: magnitude)
  }

  private static func takeSign(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
    guard let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else { return nil }
    return rest.removeFirst()
  }

  /// - Returns: the radix, and whether a sign may follow its prefix: go-yaml takes `0b-1` and `0o+7`.
  private static func takeRadix(_ rest: inout ArraySlice<UInt8>) -> (value: UInt64, admitsSign: Bool) {
    guard rest.first == UInt8(ascii: "0"), let prefix = rest.dropFirst().first else { return (10, false) }
    let radix: (UInt64, Bool)? =
      switch prefix {
      case UInt8(ascii: "x"), UInt8(ascii: "X"): (16, false)
      case UInt8(ascii: "o"): (8, true)
      case UInt8(ascii: "O"): (8, false)
      case UInt8(ascii: "b"): (2, true)
      case UInt8(ascii: "B"): (2, false)
      default: nil
      }
    rest = rest.dropFirst(radix == nil ? 1 : 2)
    return radix ?? (8, false)
  }

  private static func magnitude(_ digits: ArraySlice<UInt8>, radix: UInt64) -> UInt64? {
    guard !digits.isEmpty else { return nil }
    var magnitude: UInt64 = 0
    for byte in digits {
      let digit: UInt8 =
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: .max
        }
      guard digit < radix else { return nil }
      let (product, overflows) = magnitude.multipliedReportingOverflow(by: radix)
      let (sum, carries) = product.addingReportingOverflow(UInt64(digit))
      guard !overflows, !carries else { return nil }
      magnitude = sum
    }
    return magnitude
  }
}

// MARK: - Floats

extension NumberSpelling {
  /// `nil` also for a number beyond a double: go-yaml makes a string of it.
  var double: Double? {
    if !hadUnderscores, bytes.count <= 5, bytes.contains(UInt8(ascii: ".")),
      let special = Self.special(String(decoding: bytes, as: UTF8.self))
    {
      return special
    }
    guard isDecimalFloat, let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  private static func special(_ text: String) -> Double? {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .infinity
    case "-.inf", "-.Inf", "-.INF": -.infinity
    case ".nan", ".NaN", ".NAN": .nan
    default: nil
    }
  }

  /// An optional sign, digits with at most one dot, an optional exponent.
  private var isDecimalFloat: Bool {
    var rest = bytes[...]
    _ = Self.takeSign(&rest)
    let whole = Self.takeDigits(&rest)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = Self.takeDigits(&rest)
    }
    guard whole + fraction > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      _ = Self.takeSign(&rest)
      guard Self.takeDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let digits = rest.prefix(while: isDigit)
    rest = rest.dropFirst(digits.count)
    return digits.count
  }
}
