internal import YAML

/// A text in the place of another.
package struct TextEdit: Equatable, Sendable {
  package let range: TextRange
  package let text: String

  init(_ range: TextRange, _ text: String) {
    (self.range, self.text) = (range, text)
  }

  var node: Node { .mapping(["range": range.node, "newText": .string(text)]) }
}

extension TextEdit {
  /// Adds a field to an entry that has a name, behind the name.
  ///
  /// - Returns: `nil` for an entry without one.
  static func adding(_ field: String, to entry: SourceNode, in text: DocumentText) -> TextEdit? {
    guard let index = entry.index(of: "name"), let name = entry.pairs?[index] else { return nil }
    let end = text.place(of: name.value.range.upperBound)
    let column = text.place(of: name.key.range.lowerBound).character
    let separator = entry.isFlow ? ", " : "\n" + String(repeating: " ", count: column)
    return TextEdit(TextRange(end, end), separator + field)
  }
}
