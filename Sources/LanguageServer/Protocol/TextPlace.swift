internal import YAML

/// A place in a text as the protocol counts: lines from 0, and in them the units of UTF-16.
package struct TextPlace: Equatable, Comparable, Hashable, Sendable {
  package var line: Int
  package var character: Int

  package init(_ line: Int, _ character: Int) {
    (self.line, self.character) = (line, character)
  }

  package static func < (a: Self, b: Self) -> Bool { (a.line, a.character) < (b.line, b.character) }

  /// - Returns: `nil` for what is no place.
  init?(_ node: Node?) {
    guard let line = node?["line"]?.wholeNumber, let character = node?["character"]?.wholeNumber,
      line >= 0, character >= 0
    else { return nil }
    self.init(line, character)
  }

  var node: Node { .mapping(["line": .integer(line), "character": .integer(character)]) }
}

package struct TextRange: Equatable, Hashable, Sendable {
  package var start: TextPlace
  package var end: TextPlace

  package init(_ start: TextPlace, _ end: TextPlace) {
    (self.start, self.end) = (start, end)
  }

  init?(_ node: Node?) {
    guard let start = TextPlace(node?["start"]), let end = TextPlace(node?["end"]), start <= end else {
      return nil
    }
    self.init(start, end)
  }

  var node: Node { .mapping(["start": start.node, "end": end.node]) }

  func touches(_ other: TextRange) -> Bool { start <= other.end && other.start <= end }
}

extension Node {
  var wholeNumber: Int? { scalar.flatMap { $0.kind == .integer ? Int($0.text) : nil } }
}
