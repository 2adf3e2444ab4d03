/// Whether a plain scalar with this text reads back as a string, under the rules of YAML 1.1 that go-yaml v2
/// goes by. Text that does not has to be quoted.
func readsAsString(_ text: Span<UInt8>) -> Bool {
  guard text.count > 0 else { return false }
  switch text[0] {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
    return !(isNumber(text) || isWord(text) || isBase60(text) || isTimestamp(text))
  case UInt8(ascii: "."):
    return !(isFraction(text) || isWord(text))
  case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
    UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"),
    UInt8(ascii: "~"):
    return !isWord(text)
  default:
    return true
  }
}

extension String {
  /// The same of a text that is at hand.
  package var readsAsString: Bool { YAML.readsAsString(utf8.span) }
}

/// Whether go-yaml v2 takes a plain scalar for a number or boolean of YAML 1.1.
func isNumberOrBoolean(_ text: Span<UInt8>) -> Bool { text.count > 0 && (isNumber(text) || isWord(text)) }

/// The booleans and null, and the numbers that have no digits.
private let words: [UInt64] = [
  "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON",
  "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF",
  "~", "null", "Null", "NULL", ".nan", ".NaN", ".NAN",
  ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF",
].map { (word: String) in packed(word.utf8.span) }

private func isWord(_ text: Span<UInt8>) -> Bool {
  text.count <= 5 && words.contains(packed(text))
}

/// Up to eight bytes as one number.
private func packed(_ text: Span<UInt8>) -> UInt64 {
  var word: UInt64 = 0
  for index in text.indices { word = word << 8 | UInt64(text[index]) }
  return word
}

// MARK: - Numbers

private func isNumber(_ text: Span<UInt8>) -> Bool {
  if let integer = IntegerSpelling(text), integer.fitsIn64Bits { return true }
  if isDecimal(text) { return isFinite(text) }
  return isSignedBinary(text)
}

/// Go takes no number that overflows.
private func isFinite(_ text: Span<UInt8>) -> Bool { decimalValue(text)?.isFinite ?? false }

/// `1`, `-1.5`, `.5e+3`; underscores are overlooked wherever they stand.
private func isDecimal(_ text: Span<UInt8>) -> Bool {
  var rest = NumberReader()
  _ = rest.skipSign(text)
  var digits = rest.skipDigits(text)
  if rest.skip(UInt8(ascii: "."), text) { digits += rest.skipDigits(text) }
  guard digits > 0 else { return false }
  if rest.skip(UInt8(ascii: "e"), text) || rest.skip(UInt8(ascii: "E"), text) {
    _ = rest.skipSign(text)
    guard rest.skipDigits(text) > 0 else { return false }
  }
  return rest.isAtEnd(text)
}

/// `0b-1`: go-yaml v2 hands what stands after `0b` to a parser that takes a sign.
private func isSignedBinary(_ text: Span<UInt8>) -> Bool {
  var rest = NumberReader()
  guard rest.skip(UInt8(ascii: "0"), text), rest.skip(UInt8(ascii: "b"), text), rest.skipSign(text) != nil
  else { return false }
  let first = rest.index
  guard rest.skipDigits(text) > 0, rest.isAtEnd(text) else { return false }
  var significant = 0
  for index in first..<text.count where text[index] != UInt8(ascii: "_") {
    guard text[index] <= UInt8(ascii: "1") else { return false }
    if significant > 0 || text[index] == UInt8(ascii: "1") { significant += 1 }
  }
  return significant < 64
}

/// `.5`, `.5_0e3`: after a leading point, underscores may only stand between digits.
private func isFraction(_ text: Span<UInt8>) -> Bool {
  var index = 1
  guard skipGroupedDigits(text, &index) else { return false }
  if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
    index += 1
    if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
    guard skipGroupedDigits(text, &index) else { return false }
  }
  return index == text.count && isFinite(text)
}

private func skipGroupedDigits(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
  let start = index
  while index < text.count, isDigit(text[index]) || text[index] == UInt8(ascii: "_") {
    if !isDigit(text[index]), index == start || !isDigit(text[index - 1]) { return false }
    index += 1
  }
  return index > start && isDigit(text[index - 1])
}

/// `12:30`, `-190:20:30.15`.
private func isBase60(_ text: Span<UInt8>) -> Bool {
  var index = text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-") ? 1 : 0
  guard index < text.count, isDigit(text[index]) else { return false }
  index = endOfDigits(text, index)
  var groups = 0
  while index < text.count, text[index] == UInt8(ascii: ":") {
    let start = index + 1
    index = start
    while index < text.count, index < start + 2, isDigit(text[index]) { index += 1 }
    guard index > start, index == start + 1 || text[start] < UInt8(ascii: "6") else { return false }
    groups += 1
  }
  if index < text.count, text[index] == UInt8(ascii: ".") { index = endOfDigits(text, index + 1) }
  return groups > 0 && index == text.count
}

private func endOfDigits(_ text: Span<UInt8>, _ start: Int) -> Int {
  var index = start
  while index < text.count, isDigit(text[index]) || text[index] == UInt8(ascii: "_") { index += 1 }
  return index
}
