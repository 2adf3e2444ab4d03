internal import YAML

/// A node in its text, and what it stands in.
struct SourcePlace {
  let node: SourceNode
  /// What is around it, from the root on.
  let around: [SourceNode]
  /// The place in the mapping or list that is next around it.
  let index: Int

  var parent: SourceNode? { around.last }

  /// The field that it is the value of.
  var pair: SourceNode.Pair? { parent?.pairs?[index] }

  var isInFlow: Bool { around.contains { $0.isFlow } }
}

extension EditedText {
  func find(_ path: [Step], in root: SourceNode) throws(Obstacle) -> SourcePlace {
    var place = SourcePlace(node: root, around: [], index: 0)
    for step in path {
      let around = place.around + [place.node]
      switch (step, place.node.content) {
      case (.key(let key), .mapping(let pairs)):
        guard let index = place.node.index(of: key) else { throw .notation }
        place = SourcePlace(node: pairs[index].value, around: around, index: index)
      case (.item(let index), .sequence(let items)) where items.indices.contains(index):
        place = SourcePlace(node: items[index], around: around, index: index)
      case (_, .alias): throw .alias
      default: throw .notation
      }
    }
    return place
  }

  /// Whether something stands at a place in the text itself, and does not come from an alias or a merge key.
  package func isWritten(_ path: [Step], in document: Int = 0) -> Bool {
    sources.indices.contains(document) && (try? find(path, in: sources[document])) != nil
  }

  // MARK: Lines of entries

  func firstLine(of range: Range<Int>) -> Int { lines.line(of: range.lowerBound) }

  func lastLine(of range: Range<Int>) -> Int {
    lines.line(of: max(range.lowerBound, range.upperBound - 1))
  }

  /// The column in which the entries of a collection in block style begin.
  func column(of collection: SourceNode) -> Int {
    lines.column(of: collection.pairs?.first?.key.range.lowerBound ?? collection.start)
  }

  /// Where the dash of an item stands, in a list in block style.
  func dash(of index: Int, in list: SourceNode) throws(Obstacle) -> Int {
    guard index > 0, let items = list.items else { return list.start }
    let column = column(of: list)
    let end = lastLine(of: items[index - 1].range)
    var line = firstLine(of: items[index].range)
    while line > end {
      let place = lines.start(of: line) + column
      if lines.indentation(of: line) == column, place < text.count, text[place] == UInt8(ascii: "-") {
        return place
      }
      line -= 1
    }
    throw .notation
  }

  /// The bytes of an entry of a collection in block style, its dash or key included.
  func range(ofEntry index: Int, in collection: SourceNode) throws(Obstacle) -> Range<Int> {
    if let pairs = collection.pairs { return pairs[index].range }
    guard let items = collection.items else { throw .notation }
    let dash = try dash(of: index, in: collection)
    return dash..<max(dash + 1, items[index].range.upperBound)
  }

  /// The last line of an entry with the comments below it that are further in than it is.
  func lastLine(ofEntry range: Range<Int>, in collection: SourceNode) -> Int {
    let column = column(of: collection)
    var last = lastLine(of: range)
    while last + 1 < lines.count, lines.isComment(last + 1), lines.indentation(of: last + 1) > column {
      last += 1
    }
    return last
  }

  /// Whether nothing but spaces stands before a byte in its line.
  func beginsLine(_ place: Int) -> Bool {
    text[lines.start(of: lines.line(of: place))..<place].allSatisfy { $0 == UInt8(ascii: " ") }
  }

  /// Where the colon behind a key stands.
  func colon(of pair: SourceNode.Pair) throws(Obstacle) -> Int {
    var place = pair.key.range.upperBound
    while place < text.count, text[place] == UInt8(ascii: " ") { place += 1 }
    guard place < text.count, text[place] == UInt8(ascii: ":") else { throw .notation }
    return place
  }

  // MARK: Style

  /// How this text is written, for what is added to it.
  var writer: SourceWriter {
    var writer = SourceWriter()
    guard let root = sources.first else { return writer }
    var (hasStep, hasListStep) = (false, false)
    func look(_ node: SourceNode) {
      guard !node.isFlow else { return }
      for pair in node.pairs ?? [] {
        let indentation = column(of: pair.value) - column(of: node)
        switch pair.value.content {
        case .mapping where !pair.value.isFlow && !hasStep && indentation > 0:
          (writer.step, hasStep) = (indentation, true)
        case .sequence where !pair.value.isFlow && !hasListStep && indentation >= 0:
          (writer.listStep, hasListStep) = (indentation, true)
        default: break
        }
        look(pair.value)
      }
      node.items?.forEach(look)
    }
    look(root)
    writer.quotesAll = isJSON(root)
    return writer
  }

  /// Whether all keys of a mapping in braces are in quotes.
  func isJSON(_ node: SourceNode) -> Bool {
    guard node.isFlow, let pairs = node.pairs, !pairs.isEmpty else { return false }
    return pairs.allSatisfy { pair in
      if case .scalar(_, .doubleQuoted) = pair.key.content { true } else { false }
    }
  }

  /// The lines as text that follows a line, each indented.
  func following(_ new: [String], indentedBy column: Int) -> String {
    writer.indented(new, by: column).map { lineBreak + $0 }.joined()
  }
}
