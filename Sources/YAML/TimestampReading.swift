/// Whether go-yaml v2 takes a plain scalar for a timestamp: `2001-12-14`, `2001-12-14T21:59:43.10-05:00`,
/// `2001-12-14 21:59:43`.
func isTimestamp(_ text: Span<UInt8>) -> Bool {
  var rest = TimestampReader()
  guard let year = rest.number(text, digits: 4...4), rest.skip(UInt8(ascii: "-"), text),
    let month = rest.number(text, digits: 1...2), rest.skip(UInt8(ascii: "-"), text),
    let day = rest.number(text, digits: 1...2),
    1...12 ~= month, 1...daysIn(month: month, of: year) ~= day
  else { return false }
  if rest.index == text.count { return true }
  if rest.skip(UInt8(ascii: "T"), text) || rest.skip(UInt8(ascii: "t"), text) {
    return rest.skipTime(text) && rest.skipZone(text) && rest.index == text.count
  }
  guard rest.skip(UInt8(ascii: " "), text) else { return false }
  while rest.skip(UInt8(ascii: " "), text) {}
  return rest.skipTime(text) && rest.index == text.count
}

private func daysIn(month: Int, of year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

private struct TimestampReader {
  var index = 0

  mutating func skip(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
    guard index < text.count, text[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func number(_ text: Span<UInt8>, digits: ClosedRange<Int>) -> Int? {
    let start = index
    var value = 0
    while index < text.count, index - start < digits.upperBound, isDigit(text[index]) {
      value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
      index += 1
    }
    return index - start >= digits.lowerBound ? value : nil
  }

  /// Hours, minutes and seconds of one or two digits, and a fraction of any length.
  mutating func skipTime(_ text: Span<UInt8>) -> Bool {
    guard let hour = number(text, digits: 1...2), hour < 24, skip(UInt8(ascii: ":"), text),
      let minute = number(text, digits: 1...2), minute < 60, skip(UInt8(ascii: ":"), text),
      let second = number(text, digits: 1...2), second < 60
    else { return false }
    let point = index
    if skip(UInt8(ascii: "."), text) || skip(UInt8(ascii: ","), text) {
      let start = index
      while index < text.count, isDigit(text[index]) { index += 1 }
      if index == start { index = point }
    }
    return true
  }

  /// `Z`, or an offset such as `+02:00`.
  mutating func skipZone(_ text: Span<UInt8>) -> Bool {
    if skip(UInt8(ascii: "Z"), text) { return true }
    guard skip(UInt8(ascii: "+"), text) || skip(UInt8(ascii: "-"), text) else { return false }
    guard let hours = number(text, digits: 2...2), skip(UInt8(ascii: ":"), text),
      let minutes = number(text, digits: 2...2)
    else { return false }
    return hours <= 24 && minutes <= 60
  }
}
