/// A timestamp as go-yaml takes it: `2001-12-14`, `2001-12-14T21:59:43.10-05:00`, `2001-12-14 21:59:43`.
struct Timestamp {
  private let year: Int
  private let month: Int
  private let day: Int
  private var time = TimestampReader.Time()
  /// Minutes ahead of UTC.
  private var offset = 0

  /// - Returns: `nil` when go-yaml takes the text for a string.
  init?(_ text: Span<UInt8>) {
    var rest = TimestampReader()
    guard let year = rest.number(text, digits: 4...4), rest.skip(UInt8(ascii: "-"), text),
      let month = rest.number(text, digits: 1...2), rest.skip(UInt8(ascii: "-"), text),
      let day = rest.number(text, digits: 1...2),
      1...12 ~= month, 1...daysIn(month: month, of: year) ~= day
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    if rest.index == text.count { return }
    let hasZone = rest.skip(UInt8(ascii: "T"), text) || rest.skip(UInt8(ascii: "t"), text)
    guard hasZone || rest.skip(UInt8(ascii: " "), text) else { return nil }
    if !hasZone { while rest.skip(UInt8(ascii: " "), text) {} }
    guard let time = rest.time(text) else { return nil }
    self.time = time
    if hasZone {
      guard let offset = rest.zone(text) else { return nil }
      self.offset = offset
    }
    guard rest.index == text.count else { return nil }
  }

  /// The text that Go writes for it (`RFC3339Nano`): no zeros at the end of the fraction, `Z` for no offset.
  var canonical: String {
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    var text = "\(date)T\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
    if time.nanoseconds > 0 {
      var digits = padded(time.nanoseconds, 9)
      while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
      text += "." + digits
    }
    if offset == 0 { return text + "Z" }
    let zone = abs(offset)
    return text + (offset < 0 ? "-" : "+") + "\(padded(zone / 60, 2)):\(padded(zone % 60, 2))"
  }
}

func isTimestamp(_ text: Span<UInt8>) -> Bool { Timestamp(text) != nil }

extension Scalar {
  /// The text that a timestamp is written as.
  var canonicalTimestamp: String {
    let utf8 = text.utf8
    return Timestamp(utf8.span)?.canonical ?? text
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
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

  struct Time {
    var hour = 0
    var minute = 0
    var second = 0
    var nanoseconds = 0
  }

  /// Hours, minutes and seconds of one or two digits, and a fraction of any length.
  mutating func time(_ text: Span<UInt8>) -> Time? {
    guard let hour = number(text, digits: 1...2), hour < 24, skip(UInt8(ascii: ":"), text),
      let minute = number(text, digits: 1...2), minute < 60, skip(UInt8(ascii: ":"), text),
      let second = number(text, digits: 1...2), second < 60
    else { return nil }
    var time = Time(hour: hour, minute: minute, second: second)
    let point = index
    if skip(UInt8(ascii: "."), text) || skip(UInt8(ascii: ","), text) {
      let start = index
      var unit = 100_000_000
      while index < text.count, isDigit(text[index]) {
        time.nanoseconds += Int(text[index] - UInt8(ascii: "0")) * unit
        unit /= 10
        index += 1
      }
      if index == start { index = point }
    }
    return time
  }

  /// `Z`, or an offset such as `+02:00`, in minutes.
  mutating func zone(_ text: Span<UInt8>) -> Int? {
    if skip(UInt8(ascii: "Z"), text) { return 0 }
    let isNegative = skip(UInt8(ascii: "-"), text)
    guard isNegative || skip(UInt8(ascii: "+"), text) else { return nil }
    guard let hours = number(text, digits: 2...2), skip(UInt8(ascii: ":"), text),
      let minutes = number(text, digits: 2...2), hours <= 24, minutes <= 60
    else { return nil }
    return (isNegative ? -1 : 1) * (hours * 60 + minutes)
  }
}
