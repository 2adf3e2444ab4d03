internal import YAML

/// The structure of a file: its symbols, and what can be folded.
struct Outlining {
  let text: DocumentText
  let isKustomization: Bool

  private static let mostSymbols = 5_000
  private static let deepest = 4

  // As the protocol numbers them.
  private enum Kind: Int {
    case module = 2
    case property = 7
    case field = 8
    case array = 18
    case object = 19
  }

  // MARK: Symbols

  var symbols: Node {
    guard let documents = SourceTree.compose(text.bytes) else { return .sequence([]) }
    var left = Self.mostSymbols
    return .sequence(documents.compactMap { symbol(of: $0, &left) })
  }

  private func symbol(of document: SourceNode, _ left: inout Int) -> Node? {
    guard !document.isAbsent else { return nil }
    let name = document["metadata"]?["name"]
    let kind = isKustomization && document.kind.isEmpty ? "Kustomization" : document.kind
    let title = [kind, name?.text ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return symbol(
      title.isEmpty ? "document" : title, .module, document.range, name?.range ?? document.range,
      children(of: document, depth: 0, &left))
  }

  private func symbol(
    _ name: String, _ kind: Kind, _ range: Range<Int>, _ own: Range<Int>, _ children: [Node]
  ) -> Node {
    let own = own.lowerBound >= range.lowerBound && own.upperBound <= range.upperBound ? own : range
    return .mapping([
      "name": .string(name), "kind": .integer(kind.rawValue), "range": text.range(range).node,
      "selectionRange": text.range(own).node, "children": .sequence(children),
    ])
  }

  private func children(of node: SourceNode, depth: Int, _ left: inout Int) -> [Node] {
    guard depth < Self.deepest else { return [] }
    var found: [Node] = []
    for pair in node.pairs ?? [] where left > 0 {
      guard let key = pair.key.text, !key.isEmpty else { continue }
      left -= 1
      found.append(
        symbol(
          key, kind(of: pair.value), pair.range, pair.key.range,
          children(of: pair.value, depth: depth + 1, &left)))
    }
    for item in node.items ?? [] where left > 0 {
      guard let title = title(of: item) else { continue }
      left -= 1
      found.append(
        symbol(title, kind(of: item), item.range, item.range, children(of: item, depth: depth + 1, &left)))
    }
    return found
  }

  private func kind(of node: SourceNode) -> Kind {
    node.pairs != nil ? .object : node.items != nil ? .array : .property
  }

  private func title(of item: SourceNode) -> String? {
    if let text = item.text { return text.isEmpty || text.contains("\n") ? nil : text }
    let name = item["name"] ?? item["path"] ?? item["target"]?["name"] ?? item.pairs?.first?.value
    return name?.text.flatMap { $0.isEmpty || $0.contains("\n") ? nil : $0 }
  }

  // MARK: Folding

  var folds: Node {
    var found: [(start: Int, end: Int, isComment: Bool)] = comments
    let documents = SourceTree.compose(text.bytes) ?? []
    for document in documents {
      if documents.count > 1 { add(document.range, to: &found) }
      addFolds(of: document, to: &found)
    }
    return .sequence(
      found.map { fold in
        .mapping([
          "startLine": .integer(fold.start), "endLine": .integer(fold.end),
          "kind": fold.isComment ? .string("comment") : nil,
        ])
      })
  }

  private func add(_ range: Range<Int>, to found: inout [(start: Int, end: Int, isComment: Bool)]) {
    guard range.upperBound > range.lowerBound else { return }
    let (start, end) = (text.place(of: range.lowerBound).line, text.place(of: range.upperBound - 1).line)
    if end > start { found.append((start, end, false)) }
  }

  private func addFolds(of node: SourceNode, to found: inout [(start: Int, end: Int, isComment: Bool)]) {
    for pair in node.pairs ?? [] {
      add(pair.range, to: &found)
      addFolds(of: pair.value, to: &found)
    }
    for item in node.items ?? [] where item.text == nil {
      add(item.range, to: &found)
      addFolds(of: item, to: &found)
    }
  }

  /// Comments of several lines.
  private var comments: [(start: Int, end: Int, isComment: Bool)] {
    var found: [(start: Int, end: Int, isComment: Bool)] = []
    var start: Int?
    for number in 0...text.lineCount {
      let first = number < text.lineCount ? text.line(number).first { $0 != 0x20 && $0 != 0x09 } : nil
      if first == UInt8(ascii: "#") {
        start = start ?? number
      } else if let begin = start {
        if number - 1 > begin { found.append((begin, number - 1, true)) }
        start = nil
      }
    }
    return found
  }
}
