internal import Changes
internal import YAML

/// A path to a field as somebody writes it: `spec.containers[main].image`, or `/spec/containers/name=main/image`.
package struct FieldQuery {
  package private(set) var words: [String] = []
  /// Whether keys with dots may have become several words.
  let joinsWords: Bool

  package init(_ text: String) {
    joinsWords = !text.hasPrefix("/")
    // The object itself.
    if text == "/" { return }
    if joinsWords {
      readDotted(text)
    } else {
      let parts = text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      words = parts.map { String(Substring($0)).replacing("~1", with: "/").replacing("~0", with: "~") }
    }
  }

  private mutating func readDotted(_ text: String) {
    var word = ""
    var isOpen = false
    var characters = text.unicodeScalars[...]
    func take(until end: Unicode.Scalar) -> String {
      var inner = String.UnicodeScalarView()
      while let next = characters.popFirst(), next != end { inner.append(next) }
      return String(inner)
    }
    while let next = characters.popFirst() {
      switch next {
      case ".":
        if isOpen { words.append(word) }
        (word, isOpen) = ("", false)
      case "[":
        if isOpen { words.append(word) }
        (word, isOpen) = ("", false)
        words.append(take(until: "]").trimmingQuotes)
      case "\"" where !isOpen, "'" where !isOpen:
        words.append(take(until: next))
      case "\\":
        if let escaped = characters.popFirst() { word.unicodeScalars.append(escaped) }
        isOpen = true
      default:
        word.unicodeScalars.append(next)
        isOpen = true
      }
    }
    if isOpen { words.append(word) }
  }

  /// What tells an entry of a list: `name=main`, or `containerPort=80,protocol=TCP`.
  static func keyValues(_ word: String) -> [ChangePath.KeyValue]? {
    var values: [ChangePath.KeyValue] = []
    for part in word.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2 else { return nil }
      values.append(ChangePath.KeyValue(key: sides[0], value: sides[1]))
    }
    return values.isEmpty ? nil : values
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    let quotes: [Character] = ["\"", "'"]
    guard count >= 2, let first, quotes.contains(first), last == first else { return self }
    return String(dropFirst().dropLast())
  }
}
