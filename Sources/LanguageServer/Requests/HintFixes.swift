internal import Diagnostics
internal import YAML

/// The changes that a message's hint says in words.
struct HintFixes {
  let diagnostic: Diagnostic
  /// The bytes that the message points at.
  let range: Range<Int>
  let text: DocumentText

  struct Fix {
    let title: String
    let edits: [TextEdit]
  }

  private static let mostWords = 6

  var fixes: [Fix] {
    guard let hint = diagnostic.hint else { return [] }
    if hint.hasPrefix("did you mean ") { return replacements(by: Self.quoted(hint)) }
    if hint.hasPrefix("add \""), diagnostic.id == "missing-field" { return addition(hint) }
    if hint.hasPrefix("give one of them \"index: ") { return pinned(hint) }
    if let word = hint.dropping("write it in quotes: \"") { return quotes(String(word.dropLast())) }
    if hint.hasSuffix(" in quotes"), let word = Self.quoted(hint).first { return quotes(word) }
    if diagnostic.id == "field-case", let word = hint.dropping("write ")?.prefix(while: { $0 != ":" }) {
      return [replacement(of: range, by: String(word))]
    }
    for opening in Self.listOpenings {
      if let list = hint.dropping(opening) { return replacements(by: Self.listed(list)) }
    }
    if Self.removalOpenings.contains(where: hint.hasPrefix) { return removal() }
    return written(hint)
  }

  private static let listOpenings = [
    "it is one of ", "its zones are ", "it declares ", "the groups are ", "its lists are ",
  ]
  private static let removalOpenings = [
    "leave it out", "leave one of them out", "remove it", "remove one of the",
  ]
  /// Messages that point at the word that another is to stand for.
  private static let idsOfWords: Set = ["unknown-value", "unknown-version", "foreign-group"]

  private static func listed(_ text: Substring) -> [String] {
    let words = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
    return words.count <= mostWords && words.allSatisfy { !$0.contains(" ") } ? words : []
  }

  /// What stands in quotes.
  private static func quoted(_ text: String) -> [String] {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }

  // MARK: Other words

  private var token: String { String(decoding: text.bytes[range], as: UTF8.self) }

  private func replacement(of range: Range<Int>, by word: String) -> Fix {
    Fix(title: "Write \"\(Escape.line(word))\"", edits: [TextEdit(text.range(range), word)])
  }

  private func replacements(by words: [String]) -> [Fix] {
    words.compactMap { word in place(for: word).map { replacement(of: $0, by: word) } }
  }

  /// The part of what the message points at that a word is to stand for: all of it, or what the message quotes of it.
  private func place(for word: String) -> Range<Int>? {
    let token = token
    // A path of which the beginning is there, up to a part.
    let parts = word.split(separator: "/", omittingEmptySubsequences: false).count
    let heads = token.split(separator: "/", omittingEmptySubsequences: false)
    if word.contains("/"), heads.count > parts {
      let head = heads.prefix(parts).joined(separator: "/")
      return range.lowerBound..<range.lowerBound + head.utf8.count
    }
    let quoted = Self.quoted(diagnostic.summary)
    // `$(zone.nme)`, of which the name is to be another.
    if token.hasPrefix("$("), token.hasSuffix(")"), quoted.contains(token), !word.hasPrefix("$(") {
      return range.lowerBound + 2..<range.upperBound - 1
    }
    if quoted.contains(token) || !quoted.contains(where: token.contains) { return range }
    let near = quoted.filter { !$0.isEmpty && token.contains($0) && !nearest(to: $0, among: [word]).isEmpty }
    guard let part = near.first, let start = token.offset(of: part) else {
      return heads.count > 1 ? nil : range
    }
    return range.lowerBound + start..<range.lowerBound + start + part.utf8.count
  }

  /// `write apps/v1`, `write "type: NodePort" beside it`, and the like.
  private func written(_ hint: String) -> [Fix] {
    guard let rest = hint.dropping("write ") else { return [] }
    let isQuoted = rest.hasPrefix("\"")
    let words = isQuoted ? Self.quoted(String(rest)).first ?? "" : String(rest.prefix { $0 != "," })
    let parts = words.split(separator: " ")
    if parts.count == 2, parts[0].hasSuffix(":"), parts[1] != "…" {
      return pair(String(parts[0].dropLast()), String(parts[1]), isBeside: hint.hasSuffix(" beside it"))
    }
    guard Self.idsOfWords.contains(diagnostic.id), parts.count == 1, isQuoted || !rest.contains(",") else {
      return []
    }
    return [replacement(of: range, by: words)]
  }

  /// Gives a field another value, or adds it beside the one that the message points at.
  private func pair(_ key: String, _ value: String, isBeside: Bool) -> [Fix] {
    guard let path, let around = path.nodes.last(where: { $0.pairs != nil }) else { return [] }
    let title = "Write \"\(key): \(value)\""
    if let old = around[key], old.text != nil, !old.isAbsent {
      return [Fix(title: title, edits: [TextEdit(text.range(path.range(of: old)), value)])]
    }
    let offset = range.lowerBound - path.base
    guard isBeside, let pair = around.pairs?.last(where: { $0.range.lowerBound <= offset }) else { return [] }
    let start = text.place(of: pair.range.lowerBound + path.base)
    let separator = around.isFlow ? ", " : "\n" + String(repeating: " ", count: start.character)
    return [
      Fix(title: title, edits: [TextEdit(TextRange(start, start), "\(key): \(value)\(separator)")])
    ]
  }

  private func quotes(_ word: String) -> [Fix] {
    guard token == word else { return [] }
    return [Fix(title: "Write it in quotes", edits: [TextEdit(text.range(range), "\"\(token)\"")])]
  }

  // MARK: Lines

  private func addition(_ hint: String) -> [Fix] {
    guard let field = Self.quoted(hint).first?.prefix(while: { $0 != ":" }), !field.isEmpty else { return [] }
    let place = text.place(of: range.lowerBound)
    let start = text.offset(of: TextPlace(place.line, 0))
    let lead = text.bytes[start..<range.lowerBound].map { $0 == 0x20 || $0 == 0x2D ? 0x20 : $0 }
    let isFlow = range.lowerBound < text.bytes.count && text.bytes[range.lowerBound] == UInt8(ascii: "{")
    let title = "Add \"\(field)\""
    if isFlow {
      let inner = text.place(of: range.lowerBound + 1)
      return [Fix(title: title, edits: [TextEdit(TextRange(inner, inner), "\(field): , ")])]
    }
    guard lead.allSatisfy({ $0 == 0x20 }) else { return [] }
    let line = "\(field): \n" + String(decoding: lead, as: UTF8.self)
    return [Fix(title: title, edits: [TextEdit(TextRange(place, place), line)])]
  }

  /// `give one of them "index: 3"`: at the end of the zone that the message points at.
  private func pinned(_ hint: String) -> [Fix] {
    // In a patch within the file, nodes stand elsewhere than their offsets say.
    guard let line = Self.quoted(hint).first, let path, path.base == 0,
      let zone = path.nodes.last(where: { $0["name"] != nil })
    else { return [] }
    if let old = zone["index"] {
      let number = line.split(separator: " ").last.map(String.init) ?? ""
      return [Fix(title: "Write \"\(line)\"", edits: [TextEdit(text.range(old.range), number)])]
    }
    return TextEdit.adding(line, to: zone, in: text).map { [Fix(title: "Add \"\(line)\"", edits: [$0])] }
      ?? []
  }

  private var path: SourcePath? {
    SourceTree.compose(text.bytes).flatMap { SourcePath.find(range.lowerBound, in: $0, text.bytes) }
  }

  /// The pair or the item that the message points at, when it has lines of its own.
  private func removal() -> [Fix] {
    guard let path, path.base == 0, path.nodes.count > 1 else { return [] }
    let around = path.nodes[path.nodes.count - 2]
    let pair = around.pairs?.first { $0.range.contains(range.lowerBound) }
    guard !around.isFlow, let whole = pair?.range ?? around.items.map({ _ in path.leaf.range }) else {
      return []
    }
    let first = text.place(of: whole.lowerBound).line
    let last = text.place(of: max(whole.lowerBound, whole.upperBound - 1)).line
    let lead = text.bytes[text.offset(of: TextPlace(first, 0))..<whole.lowerBound]
    let isItem = pair == nil
    guard lead.allSatisfy({ $0 == 0x20 || isItem && $0 == 0x2D }), around.pairs?.count != 1,
      around.items?.count != 1
    else { return [] }
    return [
      Fix(
        title: "Leave it out", edits: [TextEdit(TextRange(TextPlace(first, 0), TextPlace(last + 1, 0)), "")])
    ]
  }
}

extension String {
  /// What stands behind an opening.
  fileprivate func dropping(_ opening: String) -> Substring? {
    hasPrefix(opening) ? dropFirst(opening.count) : nil
  }

  /// The number of bytes before a part.
  fileprivate func offset(of part: String) -> Int? {
    let (own, other) = (Array(utf8), Array(part.utf8))
    guard own.count >= other.count else { return nil }
    return (0...(own.count - other.count)).first { own[$0...].starts(with: other) }
  }
}
