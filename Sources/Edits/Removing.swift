internal import YAML

// Fields and items that go, and the comments that are about them.

extension EditedText {
  func removing(_ place: SourcePlace) throws(Obstacle) -> [Replacement] {
    guard let collection = place.parent else { throw .notation }
    if collection.isFlow { return try removingInFlow(place.index, of: collection) }
    let entry = try range(ofEntry: place.index, in: collection)
    guard beginsLine(entry.lowerBound) else { return try removingFirst(entry, of: collection) }
    let isField = place.around.count == 1
    let (first, last) = (firstLine(of: entry), lastLine(ofEntry: entry, in: collection))
    let isShort = !isField && first == last && place.node.pairs == nil
    let start = leadingComments(above: first, to: last, isField, isShort)
    let isFirst = !isField && place.index == 0
    return [remove(lines: start...(isFirst ? lastBlank(from: last) : last))]
  }

  /// An entry that shares its line with the dash of an item around it gives its place to the next.
  private func removingFirst(_ entry: Range<Int>, of collection: SourceNode) throws(Obstacle) -> [Replacement]
  {
    guard let pairs = collection.pairs, pairs.count > 1 else { throw .notation }
    return [Replacement(entry.lowerBound..<pairs[1].key.range.lowerBound)]
  }

  /// The first line of the comments that are about an entry.
  ///
  /// Those of a field are directly above it, unless they are above all fields: then they are about the file. Those above an
  /// item of one line may be about the items below it, too, and stay where such follow.
  private func leadingComments(above first: Int, to last: Int, _ isField: Bool, _ isShort: Bool) -> Int {
    let indentation = lines.indentation(of: first)
    if isShort, last + 1 < lines.count, !lines.isBlank(last + 1), !lines.isComment(last + 1),
      lines.indentation(of: last + 1) == indentation, isSameKind(first, last + 1)
    {
      return first
    }
    var line = first
    while line > 0, lines.isComment(line - 1), lines.indentation(of: line - 1) == indentation,
      !(isField && isItem(line - 1))
    {
      line -= 1
    }
    return isField && isTop(line) ? first : line
  }

  /// The last of the empty lines below a line.
  private func lastBlank(from line: Int) -> Int {
    var last = line
    while last + 2 < lines.count, lines.isBlank(last + 1) { last += 1 }
    return last
  }

  /// The lines of the comments that are about a field.
  func comments(of place: SourcePlace) -> [String] {
    guard let pair = place.pair else { return [] }
    let first = firstLine(of: pair.range)
    return (leadingComments(above: first, to: first, true, false)..<first).map {
      String(decoding: lines.content(of: $0), as: UTF8.self)
    }
  }

  /// Whether two lines are both items of a list, or both are not.
  private func isSameKind(_ first: Int, _ second: Int) -> Bool {
    let dash = UInt8(ascii: "-")
    return (lines.content(of: first).first { $0 != UInt8(ascii: " ") } == dash)
      == (lines.content(of: second).first { $0 != UInt8(ascii: " ") } == dash)
  }

  /// Whether a comment is an item that somebody took out, and so belongs to the list above it.
  private func isItem(_ line: Int) -> Bool {
    let content = lines.content(of: line).drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }
    return content.starts(with: "- ".utf8)
  }

  /// Whether nothing of the document stands above a line.
  private func isTop(_ line: Int) -> Bool {
    var line = line - 1
    while line >= 0, lines.isBlank(line) || lines.isComment(line) { line -= 1 }
    return line < 0 || lines.content(of: line).starts(with: "---".utf8)
      || lines.content(of: line).first == UInt8(ascii: "%")
  }

  /// Takes lines out, and the empty ones above them where empty ones, or nothing, would follow those.
  private func remove(lines range: ClosedRange<Int>) -> Replacement {
    var first = range.lowerBound
    let next = range.upperBound + 1
    let isEnd = next >= lines.count || next == lines.count - 1 && lines.content(of: next).isEmpty
    if isEnd || lines.isBlank(next) || lines.content(of: next).starts(with: "...".utf8) {
      while first > 0, lines.isBlank(first - 1) { first -= 1 }
    }
    // Of a text whose last line has no end the line before it has none then.
    guard next >= lines.count else { return Replacement(lines.start(of: first)..<lines.start(of: next)) }
    return Replacement((first > 0 ? lines.end(of: first - 1) : 0)..<text.count)
  }

  private func removingInFlow(_ index: Int, of collection: SourceNode) throws(Obstacle) -> [Replacement] {
    let entries = collection.pairs?.map(\.range) ?? collection.items?.map(\.range) ?? []
    let entry = entries[index]
    let comma = comma(behind: entry.upperBound)
    let end = comma.map { $0 + 1 } ?? entry.upperBound
    let (first, last) = (firstLine(of: entry), lines.line(of: end - 1))
    let previous = index > 0 ? entries[index - 1] : nil
    if beginsLine(entry.lowerBound), isFree(behind: end) {
      var replacements = [Replacement(lines.start(of: first)..<lines.start(of: last + 1))]
      if comma == nil, let previous, let before = self.comma(behind: previous.upperBound) {
        replacements.append(Replacement(before..<before + 1))
      }
      return replacements
    }
    if index + 1 < entries.count { return [Replacement(entry.lowerBound..<entries[index + 1].lowerBound)] }
    return [Replacement((previous?.upperBound ?? entry.lowerBound)..<entry.upperBound)]
  }

  /// Whether nothing but a comment follows in the line.
  private func isFree(behind place: Int) -> Bool {
    let rest = text[place..<lines.end(of: lines.line(of: max(0, place - 1)))].drop { $0 == UInt8(ascii: " ") }
    return rest.isEmpty || rest.first == UInt8(ascii: "#")
  }
}
