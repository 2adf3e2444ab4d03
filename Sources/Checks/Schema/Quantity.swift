/// Quantities of resources, as Kubernetes reads them (`apimachinery/pkg/api/resource`).
enum Quantity {
  private static let units = [
    "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei",
  ]

  /// A number with at most one point, and a unit or a decimal exponent.
  static func isValid(_ text: String) -> Bool {
    var rest = text[...]
    if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
    let number = rest.prefix { isDigit($0) || $0 == "." }
    guard number.contains(where: isDigit), number.count(where: { $0 == "." }) <= 1 else { return false }
    let unit = rest[number.endIndex...]
    return units.contains { $0 == unit } || isExponent(unit)
  }

  private static func isExponent(_ text: Substring) -> Bool {
    guard text.first == "e" || text.first == "E" else { return false }
    var digits = text.dropFirst()
    if digits.first == "+" || digits.first == "-" { digits = digits.dropFirst() }
    return !digits.isEmpty && digits.allSatisfy(isDigit)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
