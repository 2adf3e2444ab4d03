/// An amount of a resource as Kubernetes writes it: `500m`, `2Gi`, `1e3`.
struct Quantity: Comparable {
  /// In billionths, Kubernetes' finest unit.
  private let billionths: Int128

  private static let units: [(suffix: String, base: Int128, power: Int)] = [
    ("Ki", 1024, 1), ("Mi", 1024, 2), ("Gi", 1024, 3), ("Ti", 1024, 4), ("Pi", 1024, 5), ("Ei", 1024, 6),
    ("n", 10, -9), ("u", 10, -6), ("m", 10, -3), ("k", 10, 3), ("M", 10, 6), ("G", 10, 9), ("T", 10, 12),
    ("P", 10, 15), ("E", 10, 18),
  ]

  /// - Returns: `nil` for what is no quantity, or has more digits than any real one.
  init?(_ text: String) {
    var digits = text[...]
    var (base, power): (Int128, Int) = (10, 0)
    if let unit = Self.units.first(where: { text.hasSuffix($0.suffix) }) {
      (base, power) = (unit.base, unit.power)
      digits = digits.dropLast(unit.suffix.count)
    } else if let mark = digits.lastIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let exponent = Int(digits[digits.index(after: mark)...]), (-18...18).contains(exponent) else {
        return nil
      }
      power = exponent
      digits = digits[..<mark]
    }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    guard let number = Int128(parts[0] + fraction), digits.utf8.count <= 18 else { return nil }
    let (amount, isHuge) = number.multipliedReportingOverflow(by: 1_000_000_000)
    let (product, isHuger) = amount.multipliedReportingOverflow(by: power > 0 ? Self.power(base, power) : 1)
    guard !isHuge, !isHuger else { return nil }
    billionths = product / Self.power(10, fraction.utf8.count) / (power < 0 ? Self.power(base, -power) : 1)
  }

  private static func power(_ base: Int128, _ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { result, _ in result * base }
  }

  static func < (a: Quantity, b: Quantity) -> Bool { a.billionths < b.billionths }
}
