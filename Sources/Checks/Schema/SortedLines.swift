internal import YAML

/// A text with a line for each type, in the order of their names: so what is said of a type is found, and the rest of a long
/// table never looked at.
struct SortedLines: Sendable {
  private let bytes: [UInt8]

  /// - Parameter text: lines that start with a name, which a space or a mark of versions (`+34`, `-30`) ends.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// The line that starts with a name.
  subscript(name: String) -> ArraySlice<UInt8>? {
    bytes.withUnsafeBufferPointer { Self.line(of: name, in: $0) }.map { bytes[$0] }
  }

  /// In the order of the text.
  var names: [String] {
    bytes.split(separator: Self.newline).map { line in
      String(decoding: line.prefix { !Self.endsName($0) }, as: UTF8.self)
    }
  }

  private static let newline = UInt8(ascii: "\n")

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == newline
  }

  private static func line(of name: String, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    func end(from index: Int, _ isEnd: (UInt8) -> Bool) -> Int {
      var end = index
      while end < bytes.count, !isEnd(bytes[end]) { end += 1 }
      return end
    }
    // Both at the start of a line, or of none.
    var (low, high) = (0, bytes.count)
    while low < high {
      var start = low + (high - low) / 2
      while start > low, bytes[start - 1] != newline { start -= 1 }
      let nameEnd = end(from: start, endsName)
      let found = bytes[start..<nameEnd]
      if found.elementsEqual(name.utf8) { return start..<end(from: nameEnd) { $0 == newline } }
      if found.lexicographicallyPrecedes(name.utf8) {
        low = end(from: nameEnd) { $0 == newline } + 1
      } else {
        high = start
      }
    }
    return nil
  }
}
