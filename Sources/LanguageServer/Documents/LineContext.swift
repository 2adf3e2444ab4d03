/// Where in the structure of a file a place is, told by indentation alone: what is being written can't be parsed mostly.
struct LineContext {
  /// Keys, and `[]` for an item of a list.
  private(set) var steps: [String] = []
  /// The key whose value is written; `nil` where a key or an item is.
  private(set) var key: String?
  /// What stands between the beginning of the word and the place.
  private(set) var prefix = ""
  /// Keys beside the one that is written.
  private(set) var siblings: Set<String> = []
  /// Values of `kind`, `apiVersion` and the like, by the number of steps around them.
  private(set) var values: [Int: [String: String]] = [:]
  /// Whether it is in a comment.
  private(set) var isComment = false

  /// The steps to what is written.
  var place: [String] { steps + (key.map { [$0] } ?? []) }

  private struct Line {
    /// Columns of dashes.
    var dashes: [Int] = []
    /// Column of what stands behind them.
    var column = 0
    var rest: Substring = ""

    init(_ text: String) {
      var rest = text[...]
      column = rest.prefix { $0 == " " }.count
      rest = rest.dropFirst(column)
      while rest == "-" || rest.hasPrefix("- ") {
        dashes.append(column)
        let blanks = rest.dropFirst().prefix { $0 == " " }.count
        column += 1 + blanks
        rest = rest.dropFirst(1 + blanks)
      }
      self.rest = rest
    }

    /// Key and value, when it is a pair.
    var pair: (key: String, value: String)? {
      guard let colon = LineContext.colon(in: rest) else { return nil }
      let value = rest[rest.index(after: colon)...].drop { $0 == " " }
      return (LineContext.unquoted(rest[..<colon]), LineContext.unquoted(value))
    }
  }

  private static func unquoted(_ text: Substring) -> String {
    String(
      text.drop { $0 == "\"" || $0 == "'" || $0 == " " }.reversed().drop {
        $0 == "\"" || $0 == "'" || $0 == " "
      }.reversed())
  }

  /// The colon behind a key.
  private static func colon(in text: Substring) -> Substring.Index? {
    var place = text.startIndex
    while let colon = text[place...].firstIndex(of: ":") {
      let next = text.index(after: colon)
      if next == text.endIndex || text[next] == " " { return colon }
      place = next
    }
    return nil
  }

  /// - Parameters:
  ///   - lines: those of the document up to the place, the last as far as the place.
  init(_ lines: [String]) {
    guard let text = lines.last else { return }
    let current = Line(text)
    isComment = current.rest.hasPrefix("#") || text.contains(" #")
    var open: [String] = []
    var inner: [Int: [String: String]] = [:]
    readCurrent(current, &open, &inner)
    climb(current, lines.dropLast().reversed().map(Line.init))
    for (depth, pairs) in inner { values[steps.count + depth, default: [:]].merge(pairs) { _, new in new } }
    steps += open
  }

  /// What is written, and the brackets around it on its line.
  private mutating func readCurrent(
    _ line: Line, _ open: inout [String], _ inner: inout [Int: [String: String]]
  ) {
    var rest = line.rest
    while let bracket = Self.openBracket(in: rest) {
      if let colon = Self.colon(in: rest[..<bracket]) { open.append(Self.unquoted(rest[..<colon])) }
      if rest[bracket] == "[" { open.append(SourcePath.item) }
      let parts = Self.parts(of: rest[rest.index(after: bracket)...])
      siblings = []
      for part in parts.dropLast() {
        guard let colon = Self.colon(in: part) else { continue }
        let name = Self.unquoted(part[..<colon])
        siblings.insert(name)
        inner[open.count, default: [:]][name] = Self.unquoted(part[part.index(after: colon)...])
      }
      rest = parts[parts.count - 1].drop { $0 == " " }
    }
    if let colon = Self.colon(in: rest) {
      key = Self.unquoted(rest[..<colon])
      prefix = String(rest[rest.index(after: colon)...].drop { $0 == " " })
    } else {
      prefix = String(rest)
    }
  }

  /// What stands between commas, but for those in further brackets.
  private static func parts(of text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var (start, depth) = (text.startIndex, 0)
    for index in text.indices {
      switch text[index] {
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      case "," where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    return parts + [text[start...]]
  }

  /// The outermost bracket that is not closed again.
  private static func openBracket(in text: Substring) -> Substring.Index? {
    var open: [Substring.Index] = []
    for index in text.indices {
      if text[index] == "{" || text[index] == "[" { open.append(index) }
      if text[index] == "}" || text[index] == "]" { _ = open.popLast() }
    }
    return open.first
  }

  // MARK: Around it

  private struct Level {
    var column: Int
    var isItem: Bool
  }

  private mutating func climb(_ current: Line, _ above: [Line]) {
    var level = Level(column: current.column, isItem: false)
    var found: [String] = []
    var beside: [[String: String]] = [[:]]
    for dash in current.dashes.reversed() {
      found.append(SourcePath.item)
      beside.append([:])
      level = Level(column: dash, isItem: true)
    }
    for line in above {
      guard level.column > 0 || level.isItem else {
        // Only what stands beside is of interest: `kind` of the document.
        if line.column == 0, line.dashes.isEmpty { noteSibling(line, &beside) }
        continue
      }
      guard !line.rest.isEmpty || !line.dashes.isEmpty, !line.rest.hasPrefix("#") else { continue }
      visit(line, &level, &found, &beside)
    }
    steps = found.reversed()
    siblings.formUnion(beside[0].keys)
    for (index, pairs) in beside.enumerated() {
      values[steps.count - index, default: [:]].merge(pairs) { own, _ in own }
    }
  }

  private func noteSibling(_ line: Line, _ beside: inout [[String: String]]) {
    if let pair = line.pair { beside[beside.count - 1][pair.key] = pair.value }
  }

  private func visit(
    _ line: Line, _ level: inout Level, _ found: inout [String], _ beside: inout [[String: String]]
  ) {
    if let pair = line.pair {
      let isParent = level.isItem ? line.column <= level.column : line.column < level.column
      if isParent {
        found.append(pair.key)
        beside.append([:])
        level = Level(column: line.column, isItem: false)
      } else if !level.isItem, line.column == level.column {
        noteSibling(line, &beside)
      }
    }
    for dash in line.dashes.reversed() where dash < level.column {
      found.append(SourcePath.item)
      beside.append([:])
      level = Level(column: dash, isItem: true)
    }
  }
}
