/// Where the lines of a text begin, and what they look like to who edits it.
package struct TextLines: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Lines end as they do for YAML: in a line feed, a carriage return or both, or in one of Unicode's separators.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let width = Self.breakWidth(bytes, index)
      index += max(width, 1)
      if width > 0 { starts.append(index) }
    }
    self.starts = starts
  }

  private static func breakWidth(_ bytes: [UInt8], _ index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "\r"): return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n") ? 2 : 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      let isSeparator =
        index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
      return isSeparator ? 3 : 0
    default: return 0
    }
  }

  /// How many there are; behind a line break at the end there is one more, which is empty.
  package var count: Int { starts.count }

  package func start(of line: Int) -> Int { line < starts.count ? starts[line] : bytes.count }

  /// Lines with their line breaks.
  package subscript(lines: Range<Int>) -> ArraySlice<UInt8> {
    bytes[start(of: lines.lowerBound)..<start(of: lines.upperBound)]
  }

  /// Where a line ends, its line break left out.
  package func end(of line: Int) -> Int {
    var end = start(of: line + 1)
    while end > start(of: line), bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return end
  }

  /// The line, from 0, that a byte stands in.
  package func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The number of bytes before one in its line.
  package func column(of offset: Int) -> Int { offset - start(of: line(of: offset)) }

  package func content(of line: Int) -> ArraySlice<UInt8> { bytes[start(of: line)..<end(of: line)] }

  /// The number of spaces that it begins with.
  package func indentation(of line: Int) -> Int { content(of: line).prefix { $0 == UInt8(ascii: " ") }.count }

  package func isBlank(_ line: Int) -> Bool {
    content(of: line).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// Whether nothing but a comment stands in it.
  package func isComment(_ line: Int) -> Bool {
    content(of: line).first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } == UInt8(ascii: "#")
  }
}
