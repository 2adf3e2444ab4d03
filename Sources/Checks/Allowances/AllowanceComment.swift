package import Diagnostics

/// A comment behind what it is about: `image: nginx # zonal: allow missing-image-tag – why`.
package enum AllowanceComment {
  private static let words = Array("zonal: allow".utf8)
  private static let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]

  /// - Returns: what the line of a position allows.
  static func allowances(beside position: Position, _ files: SourceFiles) -> [Allowance] {
    guard position.isKnown, let line = files[position.file].bytes(ofLine: position.line) else { return [] }
    return allowances(in: line, of: position)
  }

  /// Whether a file has any.
  static func stand(in file: UInt32, _ files: SourceFiles) -> Bool { files[file].holds(words) }

  /// Those of all files that were read.
  package static func all(_ files: SourceFiles) -> [Allowance] {
    files.lines(holding: words).flatMap { allowances(in: $1, of: $0) }
  }

  private static func allowances(in line: ArraySlice<UInt8>, of position: Position) -> [Allowance] {
    guard let (text, column) = text(in: line) else { return [] }
    return Allowance.list(
      text, at: Position(file: position.file, line: position.line, column: column))
  }

  /// - Returns: what stands behind the words, and the column of the comment.
  private static func text(in line: ArraySlice<UInt8>) -> (text: String, column: UInt32)? {
    guard let words = line.lastRange(of: words) else { return nil }
    let before = line[..<words.lowerBound].trimmingSuffix(while: blanks.contains)
    guard before.last == UInt8(ascii: "#") else { return nil }
    let code = before.dropLast()
    guard code.last.map(blanks.contains) ?? true else { return nil }
    let rest = line[words.upperBound...]
    guard rest.first.map(blanks.contains) ?? true else { return nil }
    return (
      String(decoding: rest, as: UTF8.self),
      UInt32(String(decoding: code, as: UTF8.self).unicodeScalars.count + 1)
    )
  }
}

extension ArraySlice<UInt8> {
  fileprivate func lastRange(of words: [UInt8]) -> Range<Int>? {
    guard count >= words.count else { return nil }
    let start = (startIndex...(endIndex - words.count)).last {
      self[$0..<($0 + words.count)].elementsEqual(words)
    }
    return start.map { $0..<($0 + words.count) }
  }

  fileprivate func trimmingSuffix(while isTrimmed: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    self[..<((lastIndex { !isTrimmed($0) }).map { $0 + 1 } ?? startIndex)]
  }
}
