internal import YAML

extension Node {
  /// Whether two trees are the same JSON: numbers are compared by value, and key order doesn't count.
  func hasEqualValue(_ other: Node) -> Bool {
    switch (self, other) {
    case (.scalar(let a), .scalar(let b)): a.hasEqualValue(b)
    case (.sequence(let a), .sequence(let b)):
      a.items.count == b.items.count && zip(a.items, b.items).allSatisfy { $0.hasEqualValue($1) }
    case (.mapping(let a), .mapping(let b)):
      a.pairs.count == b.pairs.count
        && a.pairs.allSatisfy { pair in b[pair.key.text]?.hasEqualValue(pair.value) ?? false }
    default: false
    }
  }
}

extension Scalar {
  fileprivate func hasEqualValue(_ other: Scalar) -> Bool {
    switch (kind, other.kind) {
    case (.null, .null): true
    case (.string, .string): sameBytes(text, other.text)
    case (.bool, .bool): text.lowercased() == other.text.lowercased()
    case (.integer, .integer), (.integer, .float), (.float, .integer), (.float, .float):
      sameBytes(text, other.text) || DecimalValue(text) == DecimalValue(other.text)
    default: false
    }
  }
}

/// What a number is worth, however it is spelled: `digits × 10^exponent`, exact at any length.
private struct DecimalValue: Equatable {
  private var isNegative = false
  /// Without zeros at either end; empty for zero.
  private var digits: [UInt8] = []
  private var exponent = 0
  /// `inf` or `nan`, in lower case.
  private var special: String?

  init(_ spelling: String) {
    var text = spelling.lowercased().utf8.filter { $0 != UInt8(ascii: "_") }[...]
    if text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") {
      isNegative = text.removeFirst() == UInt8(ascii: "-")
    }
    if let integer = Self.radixInteger(text) { text = Array(String(integer).utf8)[...] }
    if text.last == UInt8(ascii: "f") || text.last == UInt8(ascii: "n") {
      special = String(decoding: text, as: UTF8.self)
    } else {
      readDecimal(text)
    }
  }

  private mutating func readDecimal(_ text: ArraySlice<UInt8>) {
    let parts = text.split(separator: UInt8(ascii: "e"), maxSplits: 1)
    guard let mantissa = parts.first else { return }
    // Of exponents that do not fit, all are too large to tell numbers apart by.
    if parts.count == 2 { exponent = Int(Int32(String(decoding: parts[1], as: UTF8.self)) ?? .max) }
    let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.endIndex
    digits = mantissa.filter { $0 != UInt8(ascii: ".") }
    exponent -= max(0, mantissa.endIndex - point - 1)
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }

  /// `0x1f`, `0o17`, `0b1` or `017`.
  private static func radixInteger(_ text: ArraySlice<UInt8>) -> UInt64? {
    guard text.count > 1, text.first == UInt8(ascii: "0") else { return nil }
    let radixes: [UInt8: Int] = [UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2]
    let digits = String(decoding: text.dropFirst(), as: UTF8.self)
    guard let radix = radixes[text[text.startIndex + 1]] else { return UInt64(digits, radix: 8) }
    return UInt64(digits.dropFirst(), radix: radix)
  }
}
