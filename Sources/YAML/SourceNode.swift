/// A node as it stands in its text, for who changes the text: with the bytes it takes, and aliases and merge keys as they
/// are written.
package struct SourceNode: Sendable {
  package enum Content: Sendable {
    case scalar(String, Scalar.Style)
    case sequence([SourceNode])
    case mapping([Pair])
    case alias
  }

  package struct Pair: Sendable {
    package let key: SourceNode
    package let value: SourceNode

    /// From the key to the end of the value.
    package var range: Range<Int> { key.range.lowerBound..<max(key.range.upperBound, value.range.upperBound) }
  }

  package let content: Content
  /// Whether it stands in brackets or braces itself.
  package let isFlow: Bool
  /// Anchor and tag included. A collection in block style ends with its last value, a block scalar with its last line.
  package let range: Range<Int>
  /// Where it begins behind its anchor and tag.
  package let start: Int

  /// Whether an anchor or a tag stands before it.
  package var hasProperties: Bool { start > range.lowerBound }

  /// Whether nothing is written: `key:` and no more.
  package var isAbsent: Bool { start == range.upperBound }

  package var items: [SourceNode]? { if case .sequence(let items) = content { items } else { nil } }

  package var pairs: [Pair]? { if case .mapping(let pairs) = content { pairs } else { nil } }

  package var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  /// The pair of a key as it is written here; the last where there are several, as it is the one that counts.
  package func index(of key: String) -> Int? {
    pairs?.lastIndex { pair in pair.key.text.map { sameBytes($0, key) } ?? false }
  }
}

/// Reads a text into nodes that know their bytes.
package struct SourceTree: ~Copyable {
  private let text: UnsafeBufferPointer<UInt8>
  private let lines: TextLines
  private var parser: LibYAMLParser

  /// Reads every document; one without content is an absent scalar.
  ///
  /// - Returns: `nil` for a text that is no YAML, or is nested too deeply, of which ``Composer`` knows what to say.
  package static func compose(_ bytes: [UInt8]) -> [SourceNode]? {
    let lines = TextLines(bytes)
    return bytes.withUnsafeBufferPointer { text in
      var tree = SourceTree(text: text, lines: lines, parser: LibYAMLParser(text))
      return try? tree.documents()
    }
  }

  private struct TooDeep: Error {}

  private mutating func documents() throws -> [SourceNode] {
    var found: [SourceNode] = []
    while true {
      switch try parser.next() {
      case .streamEnd: return found
      case .documentStart, .documentEnd: continue
      case let event: found.append(try node(event, depth: 0))
      }
    }
  }

  private mutating func node(_ event: LibYAMLParser.Event, depth: Int) throws -> SourceNode {
    guard depth < Composer.Limits().depth else { throw TooDeep() }
    let first = offset(parser.mark)
    let start = event == .alias ? first : skipProperties(from: first)
    switch event {
    case .scalar: return scalar(first, start)
    case .sequenceStart: return try sequence(first, start, depth)
    case .mappingStart: return try mapping(first, start, depth)
    default:
      return SourceNode(content: .alias, isFlow: true, range: first..<offset(parser.endMark), start: start)
    }
  }

  private mutating func sequence(_ first: Int, _ start: Int, _ depth: Int) throws -> SourceNode {
    let isFlow = parser.startsInFlow
    var items: [SourceNode] = []
    var event = try parser.next()
    while event != .sequenceEnd {
      items.append(try node(event, depth: depth + 1))
      event = try parser.next()
    }
    let end = isFlow ? offset(parser.endMark) : items.last?.range.upperBound ?? start
    return SourceNode(content: .sequence(items), isFlow: isFlow, range: first..<max(end, start), start: start)
  }

  private mutating func mapping(_ first: Int, _ start: Int, _ depth: Int) throws -> SourceNode {
    let isFlow = parser.startsInFlow
    var pairs: [SourceNode.Pair] = []
    var event = try parser.next()
    while event != .mappingEnd {
      let key = try node(event, depth: depth + 1)
      pairs.append(.init(key: key, value: try node(try parser.next(), depth: depth + 1)))
      event = try parser.next()
    }
    let end = isFlow ? offset(parser.endMark) : pairs.last?.range.upperBound ?? start
    return SourceNode(content: .mapping(pairs), isFlow: isFlow, range: first..<max(end, start), start: start)
  }

  private func scalar(_ first: Int, _ start: Int) -> SourceNode {
    let style = parser.style
    let text = String(decoding: parser.content, as: UTF8.self)
    var end = max(offset(parser.endMark), start)
    if style == .literal || style == .folded, !keepsBreaks(at: start) {
      while end > start, isBlank(self.text[end - 1]) { end -= 1 }
    }
    return SourceNode(
      content: .scalar(text, style), isFlow: style == .singleQuoted || style == .doubleQuoted,
      range: first..<end, start: start)
  }

  /// Whether a block scalar's header says that the empty lines behind it are its own.
  private func keepsBreaks(at start: Int) -> Bool {
    text[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "#") }.contains(UInt8(ascii: "+"))
  }

  private func skipProperties(from first: Int) -> Int {
    var place = first
    while place < text.count, text[place] == UInt8(ascii: "&") || text[place] == UInt8(ascii: "!") {
      while place < text.count, !isBlank(text[place]) { place += 1 }
      let end = place
      skipBlanksAndComments(&place)
      // Nothing but the anchor is written, or what it is of stands on lines of its own.
      if place >= text.count || parser.isEmptyScalar { return end }
    }
    return place
  }

  private func skipBlanksAndComments(_ place: inout Int) {
    while place < text.count {
      if text[place] == UInt8(ascii: "#"), isBlank(text[place - 1]) {
        while place < text.count, text[place] != UInt8(ascii: "\n") { place += 1 }
      } else if isBlank(text[place]) {
        place += 1
      } else {
        return
      }
    }
  }

  private func offset(_ mark: LibYAMLParser.Mark) -> Int {
    var place = lines.start(of: Int(mark.line))
    for _ in 0..<mark.column where place < text.count { place += utf8Width(text[place]) }
    return min(place, text.count)
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
    || byte == UInt8(ascii: "\r")
}
