/// Whether kustomize writes the key `a` before the key `b`: as a person would sort them, `v2` before `v10`.
///
/// The first difference decides. Two letters compare by code point, a letter comes after anything else, and
/// runs of digits compare as numbers and then by length. This is go-yaml's order.
package func keyPrecedes(_ a: String, _ b: String) -> Bool {
  let (aView, bView) = (a.utf8, b.utf8)
  let (aBytes, bBytes) = (aView.span, bView.span)
  let shorter = min(aBytes.count, bBytes.count)
  var index = 0
  while index < shorter, aBytes[index] == bBytes[index] { index += 1 }
  guard index < shorter else { return aBytes.count < bBytes.count }

  let aIsLetter = isLetter(aBytes[index], at: index, of: a)
  let bIsLetter = isLetter(bBytes[index], at: index, of: b)
  guard !aIsLetter, !bIsLetter else {
    // UTF-8 sorts like code points.
    return aIsLetter && bIsLetter ? aBytes[index] < bBytes[index] : bIsLetter
  }
  let start = startsInsideNumber(aBytes, bBytes, at: index) ? 1 : 0
  let (aNumber, aEnd) = digits(of: aBytes, from: index, after: start)
  let (bNumber, bEnd) = digits(of: bBytes, from: index, after: start)
  if aNumber != bNumber { return aNumber < bNumber }
  if aEnd != bEnd { return aEnd < bEnd }
  return aBytes[index] < bBytes[index]
}

extension Dialect {
  /// Whether the key `a` comes before the key `b`. Where keys need not be strings, booleans and numbers come
  /// first, by their value, then null, then strings.
  package func writes(_ a: Scalar, before b: Scalar) -> Bool {
    if self == .kustomize || a.kind == .string && b.kind == .string { return keyPrecedes(a.text, b.text) }
    if let aValue = a.numberAsKey, let bValue = b.numberAsKey, aValue != bValue { return aValue < bValue }
    if a.rankAsKey != b.rankAsKey { return a.rankAsKey < b.rankAsKey }
    return a.kind == .integer && a.isLessWithinOneDouble(than: b)
  }
}

extension Scalar {
  fileprivate var numberAsKey: Double? {
    switch kind {
    case .integer, .float: ScalarResolution.floatValue(of: text)
    case .bool: isTrue ? 1 : 0
    case .string, .timestamp, .null: nil
    }
  }

  /// Integers that differ beyond the 53 bits of a `Double`.
  fileprivate func isLessWithinOneDouble(than other: Scalar) -> Bool {
    guard let a = ScalarResolution.integerValue(of: text),
      let b = ScalarResolution.integerValue(of: other.text)
    else { return false }
    return a.isNegative ? a.magnitude > b.magnitude : a.magnitude < b.magnitude
  }

  fileprivate var rankAsKey: Int {
    switch kind {
    case .bool: 0
    case .integer: 1
    case .float: 2
    case .null: 3
    case .string, .timestamp: 4
    }
  }
}

private func isLetter(_ byte: UInt8, at offset: Int, of text: String) -> Bool {
  byte < 0x80 ? UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 : isOtherLetter(at: offset, of: text)
}

@inline(never)
private func isOtherLetter(at offset: Int, of text: String) -> Bool {
  let scalars = text.unicodeScalars
  // An index inside a character means that character here.
  switch scalars[text.utf8.index(text.startIndex, offsetBy: offset)].properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
  default: return false
  }
}

/// Whether a zero that differs continues a number, as in `10` and `11`, and so counts as a digit of its own.
private func startsInsideNumber(_ a: Span<UInt8>, _ b: Span<UInt8>, at index: Int) -> Bool {
  guard a[index] == UInt8(ascii: "0") || b[index] == UInt8(ascii: "0") else { return false }
  var index = index - 1
  while index >= 0, isDigit(a[index]) {
    if a[index] != UInt8(ascii: "0") { return true }
    index -= 1
  }
  return false
}

/// The number that a run of digits spells, modulo 2^64 as in go-yaml, and where the run ends.
private func digits(of text: Span<UInt8>, from start: Int, after leading: Int) -> (number: Int, end: Int) {
  var (number, end) = (leading, start)
  while end < text.count, isDigit(text[end]) {
    number = number &* 10 &+ Int(text[end] - UInt8(ascii: "0"))
    end += 1
  }
  return (number, end)
}
