internal import YAML

/// A text with a line for each type, in the order of their names: so what is said of a type is found, and the rest of a long
/// table never looked at.
struct SortedLines: Sendable {
  private let bytes: [UInt8]

  /// - Parameter text: lines that start with a name, which a space or a mark of versions (`+34`, `-30`) ends.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// The line that starts with a name.
  subscript(name: String) -> ArraySlice<UInt8>? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let line = line(around: rest.startIndex + rest.count / 2, in: rest)
      let found = Self.name(of: line)
      if found.elementsEqual(name.utf8) { return line }
      rest =
        found.lexicographicallyPrecedes(name.utf8)
        ? rest[min(line.endIndex + 1, rest.endIndex)...] : rest[..<line.startIndex]
    }
    return nil
  }

  /// In the order of the text.
  var names: [String] {
    bytes.split(separator: Self.newline).map { String(decoding: Self.name(of: $0), as: UTF8.self) }
  }

  private static let newline = UInt8(ascii: "\n")

  private static func name(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }
  }

  private func line(around index: Int, in lines: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = lines[..<index].lastIndex(of: Self.newline).map { $0 + 1 } ?? lines.startIndex
    let end = lines[start...].firstIndex(of: Self.newline) ?? lines.endIndex
    return lines[start..<end]
  }
}
