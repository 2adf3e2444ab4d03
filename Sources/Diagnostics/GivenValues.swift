/// Values that may come back where nobody knows them for secret: in what a program says that was given them, and of places
/// that they were copied to.
package struct GivenValues: Sendable {
  private let lines: [[UInt8]]

  var isEmpty: Bool { lines.isEmpty }

  /// Shorter ones would be found in words that have nothing to do with them.
  private static let least = 4

  package init(_ values: [String] = []) {
    let lines = values.flatMap { $0.utf8.split(separator: UInt8(ascii: "\n")).map(Array.init) }
    // Long ones first: they may hold others.
    self.lines = Set(lines).filter { $0.count >= Self.least }.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
    }
  }

  package func hidden(in text: String) -> String {
    let bytes = Array(text.utf8)
    let shown = lines.reduce(bytes) { text, line in
      text.firstRange(of: line) == nil ? text : text.replacing(line, with: Array("***".utf8))
    }
    return shown == bytes ? text : String(decoding: shown, as: UTF8.self)
  }
}
