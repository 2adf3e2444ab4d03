internal import YAML

// A value that becomes another one.

extension EditedText {
  func replacing(_ place: SourcePlace, with node: Node) throws(Obstacle) -> [Replacement] {
    let keepsForm = place.node.isFlow && !(place.node.items ?? []).isEmpty
    let isBlock = !place.isInFlow && isBlock(node) && !keepsForm
    if case .alias = place.node.content {
      // Another value stands in the place of the alias; to change what it means is not to be done here.
      guard node.scalar != nil, !isBlock else { throw .alias }
      return [Replacement(place.node.range, writer(for: place).inline(node, inFlow: place.isInFlow))]
    }
    if isBlock, let pair = place.pair { return try replacing(pair, in: place, withBlock: node) }
    return [try replacing(place, inline: node)]
  }

  /// Whether a value takes lines of its own.
  private func isBlock(_ node: Node) -> Bool {
    switch node {
    case .scalar(let scalar): writer.block(scalar) != nil
    case .sequence(let sequence): !sequence.items.isEmpty
    case .mapping(let mapping): !mapping.isEmpty && !mapping.isFlow
    }
  }

  private func replacing(_ place: SourcePlace, inline node: Node) throws(Obstacle) -> Replacement {
    let old = place.node
    guard old.isFlow || old.text != nil, !isBlock(node) || place.isInFlow || old.items != nil else {
      throw .notation
    }
    var style = Scalar.Style.plain
    if case .scalar(_, let written) = old.content { style = written }
    let isQuoted = style == .singleQuoted || style == .doubleQuoted
    let text = writer(for: place).inline(node, inFlow: place.isInFlow, like: isQuoted ? style : .plain)
    guard old.isAbsent else { return Replacement(old.start..<end(of: old), text) }
    // Behind the colon or the dash, or behind an anchor.
    guard old.start > 0,
      old.hasProperties || [UInt8(ascii: ":"), UInt8(ascii: "-")].contains(self.text[old.start - 1])
    else { throw .notation }
    return Replacement(at: old.start, " " + text)
  }

  private func replacing(
    _ pair: SourceNode.Pair, in place: SourcePlace, withBlock node: Node
  ) throws(Obstacle) -> [Replacement] {
    guard let around = place.parent, !pair.value.hasProperties else { throw .notation }
    let column = column(of: around)
    if case .scalar(let scalar) = node, let block = writer.block(scalar) {
      let colon = try colon(of: pair)
      let indentation = indentation(ofBlock: pair.value) ?? column + writer.step
      return [
        Replacement(
          colon + 1..<max(colon + 1, pair.value.range.upperBound),
          " " + block.header + following(block.lines, indentedBy: indentation))
      ]
    }
    if pair.value.isFlow || pair.value.text != nil { return try open(pair, column, node) }
    // A block gives way to a block, where it stood.
    let first = firstLine(of: pair.value.range)
    guard first > firstLine(of: pair.key.range), beginsLine(pair.value.start) else { throw .notation }
    let new = writer.indented(writer.lines(of: node), by: self.column(of: pair.value))
    let range = pair.value.range.lowerBound..<lines.end(of: lastLine(of: pair.value.range))
    return [Replacement(range, String(new.joined(separator: lineBreak).drop { $0 == " " }))]
  }

  /// The column in which the text of a block scalar stands.
  private func indentation(ofBlock node: SourceNode) -> Int? {
    guard case .scalar(_, .literal) = node.content else { return nil }
    let first = firstLine(of: node.range) + 1
    return (first..<max(first, lastLine(of: node.range) + 1)).first { !lines.isBlank($0) }.map(
      lines.indentation)
  }

  /// A value on the line of its key, or none, becomes lines below it; a comment stays on the line.
  private func open(_ pair: SourceNode.Pair, _ column: Int, _ node: Node) throws(Obstacle) -> [Replacement] {
    let colon = try colon(of: pair)
    let end = max(colon + 1, pair.value.range.upperBound)
    let isList = node.items != nil
    let new = following(
      writer.lines(of: node), indentedBy: column + (isList ? writer.listStep : writer.step))
    return [
      Replacement(colon + 1..<end), Replacement(at: lines.end(of: lines.line(of: max(colon, end - 1))), new),
    ]
  }

  /// Where a value ends, without the empty lines that a block scalar may keep.
  private func end(of node: SourceNode) -> Int {
    var end = node.range.upperBound
    while end > node.start, [UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(text[end - 1]) { end -= 1 }
    return end
  }

  /// How the collection is written that a value stands in.
  func writer(for place: SourcePlace) -> SourceWriter {
    var writer = writer
    if let around = place.around.last(where: { $0.isFlow && $0.pairs?.isEmpty == false }) {
      writer.padsBraces = isPadded(around)
    }
    return writer
  }

  func isPadded(_ node: SourceNode) -> Bool {
    node.isFlow && node.start + 1 < text.count && text[node.start + 1] == UInt8(ascii: " ")
  }

  // MARK: Names and wrappings

  func renaming(_ place: SourcePlace, to name: String) throws(Obstacle) -> [Replacement] {
    guard let key = place.pair?.key, case .scalar(_, let style) = key.content, !key.hasProperties else {
      throw .notation
    }
    return [Replacement(key.range, writer.inline(.string(name), inFlow: place.isInFlow, like: style))]
  }

  func wrapping(_ place: SourcePlace, in key: String) throws(Obstacle) -> [Replacement] {
    let node = place.node
    guard case .scalar(_, let style) = node.content, !node.hasProperties else { throw .notation }
    if place.isInFlow {
      let writer = writer(for: place)
      let (start, end) = writer.padsBraces ? ("{ ", " }") : ("{", "}")
      let head = start + writer.inline(.string(key), inFlow: true) + ": "
      return [Replacement(at: node.start, head), Replacement(at: node.range.upperBound, end)]
    }
    var replacements = [Replacement(at: node.start, key + ": ")]
    if style == .literal || style == .folded {
      // What belonged to an item belongs to a field of it now, and stands further in.
      let first = firstLine(of: node.range) + 1
      let last = max(first, lastLine(of: node.range) + 1)
      for line in first..<last where !lines.isBlank(line) {
        replacements.append(Replacement(at: lines.start(of: line), "  "))
      }
    }
    return replacements
  }
}
