internal import Diagnostics
internal import YAML

/// Which lines of a list, from 0, are what.
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
  init?(_ input: FunctionInput, _ text: TextLines) {
    guard let key = input.root.key("items"), let first = input.items.first else { return nil }
    starts = input.items.map(\.position.index)
    let fields = input.root.pairs.map(\.key.position.index).sorted()
    guard zip(starts, starts.dropFirst()).allSatisfy(<), starts[0] > key.position.index,
      starts[starts.count - 1] < text.count, fields[fields.count - 1] < text.count,
      zip(fields, fields.dropFirst()).allSatisfy(<),
      let dash = text.beginning(of: first.position.index)
    else { return nil }
    let areDashes = starts.allSatisfy { line in
      text.beginning(of: line).map { $0.indent == dash.indent && $0.byte == UInt8(ascii: "-") } ?? false
    }
    let areFields = fields.allSatisfy { text.beginning(of: $0)?.indent == 0 }
    guard areDashes, areFields else { return nil }
    indent = dash.indent
    let last = max(starts[starts.count - 1], fields[fields.count - 1])
    let marker = (last..<text.count).dropFirst().first { line in
      [Array("---".utf8), Array("...".utf8)].contains { text[line..<line + 1].starts(with: $0) }
    }
    let end = marker ?? text.count
    func next(after line: Int) -> Int { fields.first { $0 > line } ?? end }
    self.end = end
    endOfItems = next(after: key.position.index)
    results = input.root.key("results").map { key in
      key.position.index..<next(after: key.position.index)
    }
    guard starts[starts.count - 1] < endOfItems, results.map({ $0.lowerBound >= endOfItems }) ?? true else {
      return nil
    }
  }

  /// The lines of an item, without the comment in front of the next.
  func lines(ofItem index: Int, _ text: TextLines) -> Range<Int> {
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

extension Position {
  /// The line, counted from 0.
  fileprivate var index: Int { Int(line) - 1 }
}

extension TextLines {
  /// How far a line is indented, and what it begins with there; `nil` for a line of blanks.
  fileprivate func beginning(of line: Int) -> (indent: Int, byte: UInt8)? {
    content(of: line).enumerated().first { $0.element != UInt8(ascii: " ") }.map { ($0.offset, $0.element) }
  }
}
