internal import Diagnostics
internal import YAML

/// A text by its lines, which count from 1.
struct ListText {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    if starts.last == bytes.count { starts.removeLast() }
    self.starts = starts
  }

  var count: Int { starts.count }

  subscript(lines: Range<Int>) -> ArraySlice<UInt8> {
    guard !lines.isEmpty else { return [] }
    let end = lines.upperBound <= count ? starts[lines.upperBound - 1] : bytes.count
    return bytes[starts[lines.lowerBound - 1]..<end]
  }

  /// How far a line is indented, and what it begins with there; `nil` for a line of blanks.
  func beginning(of line: Int) -> (indent: Int, byte: UInt8)? {
    let text = self[line..<line + 1]
    guard let index = text.firstIndex(where: { ![0x20, 0x0A, 0x0D].contains($0) }) else { return nil }
    return (index - text.startIndex, text[index])
  }
}

/// Which lines of a list are what.
struct ListParts {
  /// The column of the dashes, from 0.
  let indent: Int
  let endOfItems: Int
  /// The results of what ran before.
  let results: Range<Int>?
  /// Behind the last line of the document.
  let end: Int
  private let starts: [Int]

  /// - Returns: `nil` when an item, or a field of the list, does not begin on a line of its own.
  init?(_ input: FunctionInput, _ text: ListText) {
    guard let key = input.root.key("items"), let first = input.items.first else { return nil }
    starts = input.items.map { Int($0.position.line) }
    let fields = input.root.pairs.map { Int($0.key.position.line) }.sorted()
    guard zip(starts, starts.dropFirst()).allSatisfy(<), starts[0] > Int(key.position.line),
      starts[starts.count - 1] <= text.count, fields[fields.count - 1] <= text.count,
      zip(fields, fields.dropFirst()).allSatisfy(<),
      let dash = text.beginning(of: Int(first.position.line))
    else { return nil }
    let areDashes = starts.allSatisfy { line in
      text.beginning(of: line).map { $0.indent == dash.indent && $0.byte == UInt8(ascii: "-") } ?? false
    }
    let areFields = fields.allSatisfy { text.beginning(of: $0)?.indent == 0 }
    guard areDashes, areFields else { return nil }
    indent = dash.indent
    let last = max(starts[starts.count - 1], fields[fields.count - 1])
    let marker = (last..<text.count + 1).dropFirst().first { line in
      [Array("---".utf8), Array("...".utf8)].contains { text[line..<line + 1].starts(with: $0) }
    }
    let end = marker ?? text.count + 1
    func next(after line: Int) -> Int { fields.first { $0 > line } ?? end }
    self.end = end
    endOfItems = next(after: Int(key.position.line))
    results = input.root.key("results").map { key in
      Int(key.position.line)..<next(after: Int(key.position.line))
    }
    guard starts[starts.count - 1] < endOfItems, results.map({ $0.lowerBound >= endOfItems }) ?? true else {
      return nil
    }
  }

  /// The lines of an item, without the comment in front of the next.
  func lines(ofItem index: Int, _ text: ListText) -> Range<Int> {
    let start = starts[index]
    var end = index + 1 < starts.count ? starts[index + 1] : endOfItems
    while end > start + 1 {
      guard let beginning = text.beginning(of: end - 1) else {
        end -= 1
        continue
      }
      guard beginning.byte == UInt8(ascii: "#"), beginning.indent <= indent else { break }
      end -= 1
    }
    return start..<end
  }
}
