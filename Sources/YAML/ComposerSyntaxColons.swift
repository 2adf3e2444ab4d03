// A colon too many, too few, or without its space.

extension SyntaxMistake {
  /// A colon came where no key can be.
  var unexpectedColon: Finding {
    if let line, let colon = line.colon, colon < mark.column { return unquotedColon(line, colon) }
    if let line, let above = SourceLine(contentBefore: line.number, of: text) {
      if let colon = above.tightColon, above.colon == nil { return missingSpace(above, colon) }
      if above.colon == nil { return noColon(above, from: above.start) }
      if let misplaced = indentedBelowValue(line, above) { return misplaced }
    }
    return Finding(
      id: "unexpected-colon", summary: "a \":\" can't stand here", mark: mark,
      hint: "put a value that holds \": \" in quotes, and align keys of one mapping in one column")
  }

  /// `message: error: no space`
  private func unquotedColon(_ line: SourceLine, _ colon: Int) -> Finding {
    let key = line.text(from: line.start, to: colon)
    let value = line.text(from: colon + 1)
    let start = line.characters[(colon + 1)...].firstIndex { $0 != " " } ?? colon
    return Finding(
      id: "unquoted-value", summary: "the value of \"\(key)\" holds \": \" and must be in quotes",
      mark: Mark(line: line.number, column: UInt32(start)), hint: "write \(key): \(value.inQuotes)")
  }

  /// `a: 1`, and below it `  b: 2`
  func indentedBelowValue(_ line: SourceLine, _ above: SourceLine) -> Finding? {
    guard let colon = above.colon, line.indentation > above.start else { return nil }
    let value = above.text(from: colon + 1)
    guard let first = value.unicodeScalars.first, !"|>&!".unicodeScalars.contains(first) else { return nil }
    let key = above.text(from: above.start, to: colon)
    return Finding(
      id: "bad-indentation", summary: "this line is indented below \"\(key)\", which has a value already",
      mark: Mark(line: line.number, column: UInt32(line.indentation)),
      note: ("the value is given here", Mark(line: above.number, column: UInt32(above.start))),
      hint: "align this line with \"\(key)\", or leave nothing but the key on the line above")
  }

  /// A line among keys is none.
  var missingColon: Finding {
    let start = problem.contextMark
    guard let line = SourceLine(start.line, of: text) else { return noColon(nil, from: 0) }
    if line[Int(start.column)] == "-" {
      return Finding(
        id: "missing-space", summary: "the \"-\" of a list item needs a space behind it", mark: start,
        hint: "write \"- \(line.text(from: Int(start.column) + 1))\"")
    }
    if let colon = line.tightColon { return missingSpace(line, colon) }
    return noColon(line, from: Int(start.column))
  }

  private func missingSpace(_ line: SourceLine, _ colon: Int) -> Finding {
    let key = line.text(from: line.start, to: colon)
    let value = line.text(from: colon + 1)
    return Finding(
      id: "missing-space", summary: "the \":\" of \"\(key)\" needs a space behind it",
      mark: Mark(line: line.number, column: UInt32(colon)), hint: "write \"\(key): \(value)\"")
  }

  private func noColon(_ line: SourceLine?, from column: Int) -> Finding {
    let content = line?.text(from: column) ?? ""
    let words = content.split(separator: " ")
    let form = words.count == 2 ? "\(words[0]): \(words[1])" : "key: value"
    return Finding(
      id: "missing-colon", summary: "\"\(content)\" stands in the place of a key but has no \":\"",
      mark: Mark(line: line?.number ?? mark.line, column: UInt32(column)),
      hint: "write \"\(form)\", or indent the line further when it continues the value above")
  }
}
