internal import YAML

// Fields and items that are added.

extension EditedText {
  func inserting(
    _ key: String, _ node: Node, into place: SourcePlace, behind names: [String]
  ) throws(Obstacle) -> [Replacement] {
    let mapping = place.node
    guard let pairs = mapping.pairs else {
      return try replacing(place, with: .mapping(Mapping([.init(key: Scalar(key), value: node)])))
    }
    if pairs.isEmpty {
      let new = Node.mapping(Mapping([.init(key: Scalar(key), value: node)]))
      return try replacing(place, with: new)
    }
    let last = names.reversed().lazy.compactMap(mapping.index(of:)).first
    let index = last ?? pairs.count - 1
    if mapping.isFlow {
      var writer = writer(for: place)
      writer.quotesAll = isJSON(mapping)
      writer.padsBraces = isPadded(mapping)
      return try insertingInFlow(writer.field(Scalar(key), node), behind: index, of: mapping)
    }
    let column = column(of: mapping)
    let end = lastLine(ofEntry: pairs[index].range, in: mapping)
    let new = following(writer.lines(of: Scalar(key), node), indentedBy: column)
    guard place.around.isEmpty else { return [Replacement(at: lines.end(of: end), new)] }
    return [
      Replacement(at: lines.end(of: trailingComments(behind: end)), gap(behind: index, of: mapping) + new)
    ]
  }

  /// Adds a field on the line above the first.
  func prepending(_ key: String, _ node: Node, to root: SourceNode) throws(Obstacle) -> [Replacement] {
    guard !root.isFlow, let first = root.pairs?.first?.range.lowerBound, beginsLine(first) else {
      throw .notation
    }
    let new = writer.indented(writer.lines(of: Scalar(key), node), by: column(of: root))
    return [Replacement(at: lines.start(of: lines.line(of: first)), new.map { $0 + lineBreak }.joined())]
  }

  /// The last line of the comments directly below a field that no other field stands below.
  private func trailingComments(behind line: Int) -> Int {
    var last = line
    while last + 1 < lines.count, lines.isComment(last + 1) { last += 1 }
    let isFree = last + 1 >= lines.count || lines.isBlank(last + 1)
    return isFree ? last : line
  }

  /// An empty line, where fields are set apart by empty lines.
  private func gap(behind index: Int, of mapping: SourceNode) -> String {
    guard let pairs = mapping.pairs else { return "" }
    let neighbour = index + 1 < pairs.count ? index + 1 : index
    guard neighbour > 0 else { return "" }
    let end = lastLine(of: pairs[neighbour - 1].range)
    let start = firstLine(of: pairs[neighbour].range)
    return (end + 1..<max(start, end + 1)).contains(where: lines.isBlank) ? lineBreak : ""
  }

  func appending(_ node: Node, to place: SourcePlace) throws(Obstacle) -> [Replacement] {
    let list = place.node
    guard let items = list.items, let last = items.last else {
      return try replacing(place, with: .sequence([node]))
    }
    if list.isFlow {
      var writer = writer(for: place)
      writer.padsBraces = isPadded(last)
      return try insertingInFlow(writer.inline(node, inFlow: true), behind: items.count - 1, of: list)
    }
    var writer = writer
    if let around = place.parent, around.pairs != nil, !around.isFlow {
      writer.listStep = max(0, column(of: list) - column(of: around))
    }
    let dash = try dash(of: items.count - 1, in: list)
    let isOnDashsLine = lines.line(of: dash) == firstLine(of: last.range) && !last.isAbsent
    writer.dashGap = isOnDashsLine ? max(1, last.range.lowerBound - dash - 1) : 1
    writer.padsBraces = isPadded(last)
    var node = node
    if last.isFlow, last.pairs != nil { node.writeInBraces() }
    let new = following(writer.lines(ofItem: node), indentedBy: column(of: list))
    let entry = try range(ofEntry: items.count - 1, in: list)
    return [Replacement(at: lines.end(of: lastLine(ofEntry: entry, in: list)), new)]
  }

  /// Adds an entry within brackets or braces: on a line of its own where the others have such.
  private func insertingInFlow(
    _ new: String, behind index: Int, of collection: SourceNode
  ) throws(Obstacle) -> [Replacement] {
    let entries = collection.pairs?.map(\.range) ?? collection.items?.map(\.range) ?? []
    let entry = entries[index]
    let closing = lines.line(of: collection.range.upperBound - 1)
    let line = lines.line(of: entry.upperBound - 1)
    let isLast = index == entries.count - 1
    let next = isLast ? closing : lines.line(of: entries[index + 1].lowerBound)
    guard next > line, beginsLine(entry.lowerBound) else {
      return [Replacement(at: entry.upperBound, ", " + new)]
    }
    let comma = comma(behind: entry.upperBound)
    let indentation = String(repeating: " ", count: lines.column(of: entry.lowerBound))
    let added = lineBreak + indentation + new + (comma == nil ? "" : ",")
    let behind = Replacement(at: lines.end(of: line), added)
    return comma == nil ? [Replacement(at: entry.upperBound, ","), behind] : [behind]
  }

  /// Where the comma behind an entry stands.
  func comma(behind place: Int) -> Int? {
    let next = text[place...].firstIndex {
      $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
    }
    return next.flatMap { text[$0] == UInt8(ascii: ",") ? $0 : nil }
  }
}

extension Node {
  fileprivate mutating func writeInBraces() {
    _ = changeMapping { mapping in
      mapping.isFlow = true
      for index in mapping.pairs.indices { mapping.pairs[index].value.writeInBraces() }
    }
  }
}
