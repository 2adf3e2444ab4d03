import Diagnostics

/// Where the lines and columns of a text stand in the file that messages show.
struct TextPlacement {
  /// Where the text begins.
  private var start: Position
  /// Whether everything in the text has that position, because its lines are not those of the file.
  private var isPoint = false

  init(file: UInt32, line: UInt32 = 1) {
    start = Position(file: file, line: line, column: 1)
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
    start = Position(file: start.file, line: start.line + 1, column: indentation + 1)
  }

  /// How far the source indents a literal block: by what its first line with content has in front there, and
  /// not in the scalar. `nil` when the text is not the one below the scalar's position.
  private static func indentation(of scalar: Scalar, in file: SourceFile) -> UInt32? {
    let blank = UInt8(ascii: " ")
    var number = scalar.position.line
    for line in scalar.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 != blank }) else { continue }
      guard let source = file.line(number)?.utf8, source.count >= line.count,
        source.suffix(line.count).elementsEqual(line),
        source.dropLast(line.count).allSatisfy({ $0 == blank })
      else { return nil }
      return UInt32(source.count - line.count)
    }
    return nil
  }
}
