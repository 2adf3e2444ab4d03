/// What every text that matches a pattern surely is or holds, read from the pattern without running it.
///
/// Texts are looked up by it before the pattern is tried. Of what is not understood nothing is told.
struct PatternLiterals: Sendable, Equatable {
  typealias Text = [UInt8]

  /// All texts that match as a whole, where they are few.
  private(set) var texts: [Text]?
  /// Without these texts: each that matches holds at least one of these; empty when nothing is known.
  private var parts: [Text] = []

  /// One of which is in every text that matches, and none of which is empty; none when nothing is known.
  var held: [Text] {
    guard let texts else { return parts }
    return texts.contains { $0.isEmpty } ? [] : texts
  }

  init(of pattern: String) {
    guard pattern.utf8.count <= Self.longest else { return }
    var reader = PatternReader(pattern)
    self = reader.whole() ?? .anything
  }

  init(texts: [Text]) { self.texts = texts }
  fileprivate init(parts: [Text]) { self.parts = parts }

  fileprivate static let anything = PatternLiterals(parts: [])
  fileprivate static let nothing = PatternLiterals(texts: [[]])

  /// Patterns of people are shorter.
  private static let longest = 512
  private static let mostTexts = 128
  private static let mostBytes = 2048

  private static func size(_ texts: [Text]) -> Int { texts.reduce(0) { $0 + $1.count } }

  private static func isFew(_ count: Int, _ bytes: Int) -> Bool { count <= mostTexts && bytes <= mostBytes }

  /// Whether two lists are few texts together.
  private static func areFew(_ a: [Text], _ b: [Text]) -> Bool {
    isFew(a.count + b.count, size(a) + size(b))
  }

  /// Whether there are few texts that begin as one of a list and end as one of another.
  private static func areFew(_ starts: [Text], before ends: [Text]) -> Bool {
    isFew(starts.count * ends.count, size(starts) * ends.count + size(ends) * starts.count)
  }

  /// What holds of a text of which one or the other holds.
  fileprivate func or(_ other: PatternLiterals) -> PatternLiterals {
    if let texts, let others = other.texts, Self.areFew(texts, others) {
      return PatternLiterals(texts: texts + others)
    }
    let (held, others) = (held, other.held)
    let isKnown = !held.isEmpty && !others.isEmpty && Self.areFew(held, others)
    return PatternLiterals(parts: isKnown ? held + others : [])
  }

  /// What holds of a text that is repeated, once at least.
  fileprivate var repeated: PatternLiterals { PatternLiterals(parts: held) }

  /// What holds of texts one behind the other.
  fileprivate static func joined(_ items: [PatternLiterals]) -> PatternLiterals {
    var run: [Text] = [[]]
    var parts: [Text] = []
    var isWhole = true
    for item in items {
      if let texts = item.texts, areFew(run, before: texts) {
        run = run.flatMap { start in texts.map { start + $0 } }
        continue
      }
      isWhole = false
      parts = better(better(parts, run), item.texts == nil ? item.parts : [])
      run = item.texts ?? [[]]
    }
    return isWhole ? PatternLiterals(texts: run) : PatternLiterals(parts: better(parts, run))
  }

  /// What tells more: the one whose shortest text is longer.
  private static func better(_ a: [Text], _ b: [Text]) -> [Text] {
    func least(_ texts: [Text]) -> Int { texts.map(\.count).min() ?? 0 }
    let (first, second) = (least(a), least(b))
    if first == second { return first == 0 ? [] : a.count <= b.count ? a : b }
    return first > second ? a : b
  }
}

/// Reads as much of the language of expressions as most patterns have; `nil` for what it does not know.
private struct PatternReader {
  private var rest: ArraySlice<Unicode.Scalar>
  private var depth = 0

  init(_ pattern: String) { rest = Array(pattern.unicodeScalars)[...] }

  private static let deepest = 16
  private static let repeats: Set<Unicode.Scalar> = ["*", "+", "?", "{"]

  mutating func whole() -> PatternLiterals? {
    guard let found = alternatives(), rest.isEmpty else { return nil }
    return found
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func alternatives() -> PatternLiterals? {
    guard depth <= Self.deepest, var found = sequence() else { return nil }
    while take("|") {
      guard let other = sequence() else { return nil }
      found = found.or(other)
    }
    return found
  }

  private mutating func sequence() -> PatternLiterals? {
    var items: [PatternLiterals] = []
    // What matches as a whole begins and ends there anyhow.
    if depth == 0 { while take("^") {} }
    while let next = rest.first, next != "|", next != ")" {
      if next == "$", depth == 0 { return takeEnd() ? .joined(items) : nil }
      guard let item = item(), let repeated = repeated(item) else { return nil }
      items.append(repeated)
    }
    return .joined(items)
  }

  private mutating func takeEnd() -> Bool {
    while take("$") {}
    return rest.first == nil || rest.first == "|"
  }

  private mutating func item() -> PatternLiterals? {
    guard let first = rest.popFirst() else { return nil }
    switch first {
    case "(": return group()
    case "[": return takeClass() ? .anything : nil
    case ".": return .anything
    case "\\": return escape()
    case "*", "+", "?", "{", "^", "$": return nil
    default: return PatternLiterals(texts: [Array(String(first).utf8)])
    }
  }

  private mutating func group() -> PatternLiterals? {
    if take("?"), !take(":") { return nil }
    depth += 1
    defer { depth -= 1 }
    guard let found = alternatives(), take(")") else { return nil }
    return found
  }

  private mutating func escape() -> PatternLiterals? {
    guard let escaped = rest.popFirst(), escaped.isASCII else { return nil }
    if "dDsSwW".unicodeScalars.contains(escaped) { return .anything }
    let isMark = !escaped.properties.isAlphabetic && !("0"..."9").contains(escaped) && escaped.value > 0x20
    return isMark ? PatternLiterals(texts: [Array(String(escaped).utf8)]) : nil
  }

  /// Behind a `[`.
  private mutating func takeClass() -> Bool {
    _ = take("^")
    _ = take("]")
    while let next = rest.popFirst() {
      switch next {
      case "]": return true
      case "\\": rest = rest.dropFirst()
      case "[" where take(":"):
        guard let end = rest.firstIndex(of: ":"), rest[(end + 1)...].first == "]" else { return false }
        rest = rest[(end + 2)...]
      default: break
      }
    }
    return false
  }

  private mutating func repeated(_ item: PatternLiterals) -> PatternLiterals? {
    guard let next = rest.first, Self.repeats.contains(next) else { return item }
    rest = rest.dropFirst()
    let found: PatternLiterals
    switch next {
    case "*": found = .anything
    case "+": found = item.repeated
    case "?": found = item.or(.nothing)
    default:
      guard let isNeeded = takeCounts() else { return nil }
      found = isNeeded ? item.repeated : .anything
    }
    _ = take("?")
    return rest.first.map(Self.repeats.contains) == true ? nil : found
  }

  /// Behind a `{`.
  ///
  /// - Returns: whether it is once at least.
  private mutating func takeCounts() -> Bool? {
    guard let end = rest.firstIndex(of: "}"), let first = rest.first, ("0"..."9").contains(first),
      rest[..<end].allSatisfy({ ("0"..."9").contains($0) || $0 == "," })
    else { return nil }
    let least = rest[..<end].prefix { $0 != "," }
    rest = rest[(end + 1)...]
    return least.contains { $0 != "0" }
  }
}
