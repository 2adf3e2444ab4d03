import Diagnostics

/// Where the lines and columns of a text stand in the file that messages show.
struct TextPlacement {
  /// The position of what the text begins with, less one line and one column.
  private var start: Position
  /// Whether everything in the text has that one position.
  private var isPoint = false

  init(file: UInt32) {
    start = Position(file: file, line: 1, column: 1)
  }

  func position(_ mark: LibYAMLParser.Mark) -> Position {
    if isPoint { return start }
    return Position(
      file: start.file, line: start.line &+ mark.line, column: start.column &+ mark.column)
  }
}

extension TextPlacement {
  init(of scalar: Scalar, in files: SourceFiles) {
    start = scalar.position
    guard scalar.style == .literal, start.isKnown,
      let indentation = Self.indentation(of: scalar, in: files[start.file])
    else {
      isPoint = true
      return
    }
    start.line += 1
    start.column = indentation + 1
  }

  /// How far the source indents a literal block: by what its first line with content has in front there, and
  /// no longer has in the scalar.
  private static func indentation(of scalar: Scalar, in file: SourceFile) -> UInt32? {
    var number = scalar.position.line
    for line in scalar.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
      guard spaces < line.count else { continue }
      guard let source = file.line(number) else { return nil }
      let indented = source.utf8.prefix { $0 == UInt8(ascii: " ") }.count
      return indented >= spaces ? UInt32(indented - spaces) : nil
    }
    return nil
  }
}
