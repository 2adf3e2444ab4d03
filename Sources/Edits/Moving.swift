internal import YAML

// A field whose value becomes items of another field.

/// What items a value becomes.
package enum MovedShape: Sendable {
  /// Its own items.
  case items
  /// One entry of `labels` that selectors get, too.
  case labels

  /// The items in the tree.
  func items(of value: Node) -> [Node] {
    switch self {
    case .items: value.items ?? []
    case .labels: [.mapping(["pairs": value, "includeSelectors": true])]
    }
  }
}

extension EditedText {
  /// - Parameter target: where the items go, when it is there; else the field takes the name.
  func moving(
    _ place: SourcePlace, to name: String, _ target: SourcePlace?, _ shape: MovedShape
  ) throws(Obstacle) -> [Replacement] {
    guard let pair = place.pair, let root = place.parent, !root.isFlow, !pair.value.hasProperties else {
      throw .notation
    }
    let new = try lines(of: pair, shape)
    let listStep = writer.listStep
    guard let target else {
      let colon = try colon(of: pair)
      let end = lastLine(of: pair.range)
      let isOnKeysLine = firstLine(of: pair.value.range) == firstLine(of: pair.key.range)
      let head = try renaming(place, to: name)
      let below = following(new, indentedBy: column(of: root) + listStep)
      if isOnKeysLine {
        return head + [
          Replacement(colon + 1..<pair.value.range.upperBound), Replacement(at: lines.end(of: end), below),
        ]
      }
      let first = firstLine(of: pair.key.range)
      return head + [Replacement(lines.end(of: first)..<lines.end(of: end), below)]
    }
    guard let items = target.node.items, !items.isEmpty, !target.node.isFlow else { throw .notation }
    let last = lastLine(of: try range(ofEntry: items.count - 1, in: target.node))
    let added = following(comments(of: place) + new, indentedBy: column(of: target.node))
    return try removing(place) + [Replacement(at: lines.end(of: last), added)]
  }

  /// The lines of the items that a field becomes, not indented; comments between them come along.
  private func lines(of pair: SourceNode.Pair, _ shape: MovedShape) throws(Obstacle) -> [String] {
    let step = writer.step
    let value = pair.value
    if value.isFlow {
      guard shape == .labels, firstLine(of: value.range) == lastLine(of: value.range) else { throw .notation }
      let text = String(decoding: self.text[value.range], as: UTF8.self)
      return ["- pairs: " + text, "  includeSelectors: true"]
    }
    let below = firstLine(of: pair.key.range) + 1
    guard beginsLine(value.start), firstLine(of: value.range) >= below else { throw .notation }
    let column = lines.indentation(of: firstLine(of: value.range))
    let own = (below...lastLine(of: value.range)).map { line in
      let content = lines.content(of: line)
      return String(decoding: content.dropFirst(min(column, lines.indentation(of: line))), as: UTF8.self)
    }
    switch shape {
    case .items: return own
    case .labels: return ["- pairs:"] + writer.indented(own, by: 2 + step) + ["  includeSelectors: true"]
    }
  }
}
