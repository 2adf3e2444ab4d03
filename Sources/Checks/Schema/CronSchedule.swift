/// Schedules of CronJobs, as Kubernetes' parser takes them (robfig/cron v3, `ParseStandard`).
enum CronSchedule {
  private struct Field {
    let range: ClosedRange<Int>
    var names: [String] = []
  }

  private static let fields = [
    Field(range: 0...59), Field(range: 0...23), Field(range: 1...31),
    Field(
      range: 1...12,
      names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
    Field(range: 0...6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
  ]
  private static let names = [
    "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly",
  ]

  static func isValid(_ text: String) -> Bool {
    if names.contains(text) { return true }
    if text.hasPrefix("@every ") { return isDuration(text.dropFirst("@every ".count)) }
    let parts = text.split(whereSeparator: \.isWhitespace)
    return parts.count == fields.count && zip(parts, fields).allSatisfy { isValid($0, $1) }
  }

  private static func isValid(_ text: Substring, _ field: Field) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { isRange($0, field) }
  }

  /// `*`, `5`, `1-5`, and with a step `*/15`, `1-5/2`.
  private static func isRange(_ text: Substring, _ field: Field) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.count == 1 || (number(parts[1]) ?? 0) > 0 else { return false }
    if parts[0] == "*" || parts[0] == "?" { return true }
    let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { value($0, field) }
    guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1] else { return false }
    return first <= last
  }

  private static func value(_ text: Substring, _ field: Field) -> Int? {
    if let index = field.names.firstIndex(of: text.lowercased()) { return field.range.lowerBound + index }
    return number(text).flatMap { field.range.contains($0) ? $0 : nil }
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }

  /// As Go reads one: `1h30m`.
  private static func isDuration(_ text: Substring) -> Bool {
    var rest = text
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let unit = rest[digits.endIndex...].prefix { $0.isLetter }
      guard Double(digits) != nil, ["ns", "us", "µs", "ms", "s", "m", "h"].contains(unit) else {
        return false
      }
      rest = rest[unit.endIndex...]
    }
    return !text.isEmpty
  }
}
