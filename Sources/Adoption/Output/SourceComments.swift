package import Diagnostics
package import YAML

/// The comments of the files that nodes were read from.
package final class SourceComments {
  private let files: SourceFiles
  private var lines: [UInt32: [ArraySlice<UInt8>]] = [:]
  /// The lines whose comments were given out: a node may have been read once and stand in several places.
  private var given: Set<Position> = []

  package init(_ files: SourceFiles) {
    self.files = files
  }

  struct Comments {
    /// Lines above, with their `#`.
    var above: [String] = []
    var behind: String?
  }

  /// The comments of the line that a key or an item begins on.
  func comments(at position: Position) -> Comments {
    guard position.isKnown else { return Comments() }
    let line = Position(file: position.file, line: position.line, column: 0)
    guard given.insert(line).inserted else { return Comments() }
    let lines = lines(of: position.file)
    let index = Int(position.line) - 1
    guard lines.indices.contains(index) else { return Comments() }
    var comments = Comments()
    // Of an object or one of its fields, what stands above an empty line, too.
    let above = lines[..<index].reversed().prefix {
      Self.wholeLine($0) != nil || position.column == 1 && $0.allSatisfy { $0 == UInt8(ascii: " ") }
    }
    comments.above = above.compactMap(Self.wholeLine).reversed()
    comments.behind = Self.trailing(lines[index])
    return comments
  }

  /// Writes a tree with the comments of its places, where their file has any.
  ///
  /// - Parameter places: of the objects that it was made of.
  package func write(_ node: Node, readAt places: [Position]) -> [UInt8] {
    guard areIn(places) else { return node.block }
    let head = places.flatMap { comments(at: $0).above }.map { $0 + "\n" }.joined()
    return Array(head.utf8) + CommentedWriter.write(node, self)
  }

  /// Whether there are any in the files of some places.
  func areIn(_ places: [Position]) -> Bool { places.contains { !lines(of: $0.file).isEmpty } }

  private func lines(of file: UInt32) -> [ArraySlice<UInt8>] {
    if let known = lines[file] { return known }
    let bytes = files[file].bytes
    // Most files have none.
    let split =
      bytes.contains(UInt8(ascii: "#"))
      ? bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) : []
    lines[file] = split
    return split
  }

  private static func wholeLine(_ line: ArraySlice<UInt8>) -> String? {
    let text = line.drop { $0 == UInt8(ascii: " ") }
    guard text.first == UInt8(ascii: "#") else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  /// What follows a `#` that stands neither in quotes nor in a word.
  private static func trailing(_ line: ArraySlice<UInt8>) -> String? {
    var quote: UInt8?
    var previous = UInt8(ascii: " ")
    for index in line.indices {
      let byte = line[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), " :[{,".utf8.contains(previous) {
        quote = byte
      } else if byte == UInt8(ascii: "#"), previous == UInt8(ascii: " "), index > line.startIndex {
        return String(decoding: line[index...], as: UTF8.self)
      }
      previous = byte
    }
    return nil
  }
}
