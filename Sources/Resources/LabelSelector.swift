package import YAML

/// A label selector in its text form: `app=web,tier!=cache,env in (a, b),!legacy`.
///
/// The grammar is Kubernetes' (`labels.Parse`).
package struct LabelSelector: Sendable {
  package let requirements: [LabelRequirement]

  /// - Returns: `nil` when the text is no selector.
  package init?(_ text: String) {
    var parsed: [LabelRequirement] = []
    for part in Self.split(text) {
      guard let requirement = Self.requirement(part) else { return nil }
      parsed.append(requirement)
    }
    requirements = parsed
  }

  package func matches(_ labels: Mapping?) -> Bool {
    requirements.allSatisfy { $0.holds { labels?[$0]?.text } }
  }

  /// Splits at the commas outside of parentheses.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    parts.append(current)
    return parts.count == 1 && trimmed(parts[0]).isEmpty ? [] : parts
  }

  private static func requirement(_ part: String) -> LabelRequirement? {
    let text = trimmed(part)
    if text.hasPrefix("!") {
      let key = trimmed(String(text.dropFirst()))
      return isKey(key) ? .absent(key) : nil
    }
    if let (key, values) = membership(text, " notin") { return .notAmong(key, values) }
    if let (key, values) = membership(text, " in") { return .among(key, values) }
    for (sign, isEqual) in [("!=", false), ("==", true), ("=", true)] {
      guard let (left, right) = halves(text, at: sign) else { continue }
      guard isKey(left), isValue(right) else { return nil }
      return isEqual ? .among(left, [right]) : .notAmong(left, [right])
    }
    return isKey(text) ? .exists(text) : nil
  }

  private static func membership(_ text: String, _ word: String) -> (String, [String])? {
    guard text.hasSuffix(")"), let (left, right) = halves(String(text.dropLast()), at: "("),
      left.hasSuffix(word)
    else { return nil }
    let key = trimmed(String(left.dropLast(word.count)))
    let values = right.split(separator: ",", omittingEmptySubsequences: false).map { trimmed(String($0)) }
    return isKey(key) && values.allSatisfy(isValue) ? (key, values) : nil
  }

  private static func halves(_ text: String, at sign: String) -> (String, String)? {
    let bytes = Array(text.utf8)
    let mark = Array(sign.utf8)
    guard bytes.count >= mark.count else { return nil }
    for start in 0...(bytes.count - mark.count) where Array(bytes[start..<(start + mark.count)]) == mark {
      let left = String(decoding: bytes[..<start], as: UTF8.self)
      let right = String(decoding: bytes[(start + mark.count)...], as: UTF8.self)
      return (trimmed(left), trimmed(right))
    }
    return nil
  }

  private static func isKey(_ text: String) -> Bool { !text.isEmpty && isPlain(text, "/._-") }
  private static func isValue(_ text: String) -> Bool { isPlain(text, "._-") }

  private static func isPlain(_ text: String, _ marks: String) -> Bool {
    text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || marks.contains($0)) }
  }

  private static func trimmed(_ text: String) -> String {
    var slice = text[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
