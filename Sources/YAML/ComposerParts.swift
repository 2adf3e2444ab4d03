import Diagnostics

/// A long stream of documents, cut between some of them, so that several places of it can be read at once.
private struct StreamParts: Sendable {
  struct Part: Sendable {
    let range: Range<Int>
    /// The number of its first line.
    let line: UInt32
  }

  private(set) var parts: [Part] = []

  /// Fewer bytes are read sooner than they are handed to a thread.
  private static let least = 1 << 16

  /// - Returns: `nil` for a text that is to be read as a whole: one with anchors or directives, and one whose lines may
  ///   end in other ways than with a line feed.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var (start, line, end) = (0, UInt32(1), UInt32(1))
    guard text.count > 4 * Self.least else { return nil }
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x80, byte != UInt8(ascii: "&"), byte != UInt8(ascii: "\r") else { return nil }
      guard byte == UInt8(ascii: "\n"), index + 1 < text.count else { continue }
      end += 1
      if text[index + 1] == UInt8(ascii: "%") { return nil }
      // Three dashes at the beginning of a line begin a document, whatever stands around them, or are a mistake.
      guard index - start > Self.least, text[index...].starts(with: "\n---\n".utf8) else { continue }
      parts.append(Part(range: start..<index + 1, line: line))
      (start, line) = (index + 1, end)
    }
    parts.append(Part(range: start..<text.count, line: line))
  }
}

extension Composer {
  /// Reads a long stream of documents in several places at once.
  ///
  /// - Returns: `nil` for a text that is to be read as a whole, and for one that there is something to say of: messages
  ///   come in their order then.
  static func composeInParts(
    _ bytes: [UInt8], of file: UInt32, duplicateKeys: DuplicateKeys, dialect: Dialect, limits: Limits
  ) -> [Node]? {
    guard let stream = bytes.withUnsafeBufferPointer(StreamParts.init) else { return nil }
    let read = [[Node]?](inParallel: stream.parts.count) { index in
      let (part, report) = (stream.parts[index], Report())
      let documents = bytes.withUnsafeBufferPointer { text in
        var composition = Composition(
          UnsafeBufferPointer(rebasing: text[part.range]),
          placement: TextPlacement(file: file, line: part.line), report: report,
          duplicateKeys: duplicateKeys, dialect: dialect, limits: limits)
        return composition.run()
      }
      return report.diagnostics.isEmpty ? documents : nil
    }
    let documents = read.compactMap(\.self)
    return documents.count == read.count ? Array(documents.joined()) : nil
  }
}
