internal import Diagnostics
internal import YAML

/// The list that a function gives: the text that it was given, with other lines where something changed.
///
/// So comments, quotes and the order of fields stay in all other items. A list that can't be cut into lines, such as one
/// in JSON, is written anew.
struct SplicedList {
  private let input: FunctionInput
  private let expanded: ExpandedItems
  private let results: [Node]

  init(_ input: FunctionInput, _ expanded: ExpandedItems, _ results: [Node]) {
    self.input = input
    self.expanded = expanded
    self.results = results
  }

  var bytes: [UInt8] {
    let isAsItWas = expanded.changes.isEmpty && expanded.appended.isEmpty && results.isEmpty
    if isAsItWas, input.root["results"] == nil { return input.bytes }
    if let spliced, isRight(spliced) { return spliced }
    var emitter = Emitter()
    emitter.emit(document: .mapping(root))
    return emitter.bytes
  }

  /// The whole list as it is to be.
  private var root: Mapping {
    var root = input.root
    if !expanded.changes.isEmpty || !expanded.appended.isEmpty {
      let items = input.items.indices.flatMap { index in
        let change = expanded.changes[index] ?? .init(isKept: true)
        return (change.isKept ? [input.items[index]] : []) + change.nodes
      }
      root["items"] = .sequence(items + expanded.appended)
    }
    root["results"] = results.isEmpty ? nil : .sequence(results)
    return root
  }

  /// Whether everything else is there as it was.
  private func isRight(_ bytes: [UInt8]) -> Bool {
    let documents = Composer.compose(SourceFile(path: "", bytes: bytes), index: 0, report: Report())
    guard let written = documents?.first?.mapping, documents?.count == 1 else { return false }
    let items = written["items"]?.items ?? []
    var place = 0
    for index in input.items.indices {
      let change = expanded.changes[index] ?? .init(isKept: true)
      if change.isKept {
        guard items.indices.contains(place), items[place].sameData(as: input.items[index]) else {
          return false
        }
        place += 1
      }
      place += change.nodes.count
    }
    return items.count == place + expanded.appended.count
      && (written["results"]?.items?.count ?? 0) == results.count
      && input.root.pairs.allSatisfy { pair in
        ["items", "results"].contains(pair.key.text)
          || written[pair.key.text].map { $0.sameData(as: pair.value) } ?? false
      }
  }

  // MARK: Lines

  /// - Returns: `nil` when an item, or a field of the list, does not begin on a line of its own.
  private var spliced: [UInt8]? {
    let text = TextLines(input.bytes)
    guard let parts = ListParts(input, text) else { return nil }
    var bytes: [UInt8] = []
    var line = 0
    for index in input.items.indices {
      guard let change = expanded.changes[index] else { continue }
      let lines = parts.lines(ofItem: index, text)
      bytes += text[line..<(change.isKept ? lines.upperBound : lines.lowerBound)]
      bytes.append(lines: indented(change.nodes, parts.indent))
      line = lines.upperBound
    }
    if !expanded.appended.isEmpty {
      bytes += text[line..<parts.endOfItems]
      bytes.append(lines: indented(expanded.appended, parts.indent))
      line = parts.endOfItems
    }
    if let old = parts.results {
      bytes += text[line..<old.lowerBound]
      line = old.upperBound
    }
    bytes += text[line..<parts.end]
    if !results.isEmpty { bytes.append(lines: Array("results:\n".utf8) + indented(results, 0)) }
    return bytes + text[parts.end..<text.count]
  }

  private func indented(_ nodes: [Node], _ indent: Int) -> [UInt8] {
    if nodes.isEmpty { return [] }
    var emitter = Emitter()
    emitter.emit(document: .sequence(nodes))
    if indent == 0 { return emitter.bytes }
    let margin = [UInt8](repeating: UInt8(ascii: " "), count: indent)
    let newline = UInt8(ascii: "\n")
    return emitter.bytes.split(separator: newline, omittingEmptySubsequences: false).dropLast()
      .flatMap { ($0.isEmpty ? [] : margin) + $0 + [newline] }
  }
}

extension [UInt8] {
  /// Appends lines behind the last one, which may not have ended.
  fileprivate mutating func append(lines: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    if !lines.isEmpty, let last, last != newline { append(newline) }
    self += lines
  }
}
