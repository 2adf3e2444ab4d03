internal import YAML

/// Writes a tree in block style, with the comments of the lines that it was read from.
struct CommentedWriter {
  private var bytes: [UInt8] = []
  private let comments: SourceComments

  static func write(_ node: Node, _ comments: SourceComments) -> [UInt8] {
    var writer = CommentedWriter(comments: comments)
    writer.write(node, indent: 0)
    return writer.bytes
  }

  private init(comments: SourceComments) {
    self.comments = comments
  }

  /// - Parameter lead: what stands on the first line already: the mark of an item.
  private mutating func write(_ node: Node, indent: Int, lead: String? = nil) {
    switch node {
    case .mapping(let mapping) where !mapping.isEmpty:
      for (index, pair) in mapping.pairs.enumerated() {
        write(pair, indent: indent, lead: index == 0 ? lead : nil)
      }
    case .sequence(let sequence) where !sequence.items.isEmpty:
      for (index, item) in sequence.items.enumerated() {
        // The mark of the outer item stands on the first line.
        write(item, indent: indent + 2, lead: (index == 0 ? lead ?? spaces(indent) : spaces(indent)) + "- ")
      }
    default:
      let said = comments.comments(at: node.position)
      add(said.above, indent: indent - (lead == nil ? 0 : 2))
      add(lines(of: node), lead: lead ?? spaces(indent), indent: indent, said.behind)
    }
  }

  private mutating func write(_ pair: Mapping.Pair, indent: Int, lead: String?) {
    let said = comments.comments(at: pair.key.position)
    add(said.above, indent: indent - (lead == nil ? 0 : 2))
    switch pair.value {
    case .mapping(let mapping) where !mapping.isEmpty:
      open(pair.key, lead ?? spaces(indent), said.behind)
      write(pair.value, indent: indent + 2)
    case .sequence(let sequence) where !sequence.items.isEmpty:
      open(pair.key, lead ?? spaces(indent), said.behind)
      write(pair.value, indent: indent)
    default:
      let line = Node.mapping(Mapping([pair]))
      add(lines(of: line), lead: lead ?? spaces(indent), indent: indent, said.behind)
    }
  }

  private mutating func open(_ key: Scalar, _ lead: String, _ behind: String?) {
    let line = lines(of: .mapping(Mapping([.init(key: key, value: .sequence([]))])))
    add(line.map { $0.hasSuffix(" []") ? String($0.dropLast(3)) : $0 }, lead: lead, indent: 0, behind)
  }

  private func lines(of node: Node) -> [String] {
    var lines = String(decoding: node.block, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map(String.init)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func add(_ comments: [String], indent: Int) {
    for comment in comments { bytes += (spaces(indent) + comment + "\n").utf8 }
  }

  /// - Parameter behind: a comment, which the lines of a text can't have.
  private mutating func add(_ lines: [String], lead: String, indent: Int, _ behind: String?) {
    for (index, line) in lines.enumerated() {
      let start = index == 0 ? lead : line.isEmpty ? "" : spaces(indent)
      let end = behind.map { lines.count == 1 ? " " + $0 : "" } ?? ""
      bytes += (start + line + end + "\n").utf8
    }
  }
}
