/// Takes out of what messages say what is nobody's business.
struct Redaction {
  /// Of the places that a message is about.
  var words: [SecretWords]
  /// Values that were copied to somewhere else.
  var copied: GivenValues

  /// - Returns: `nil` when there is nothing to take out.
  func applied(to text: String) -> String? {
    let bytes = Array(copied.hidden(in: text).utf8)
    let quote = UInt8(ascii: "\"")
    var parts = bytes.split(separator: quote, omittingEmptySubsequences: false)
    // What stands in quotes may hold quotes itself; then nobody knows where it ends.
    let isOpen = parts.count % 2 == 0
    let isSplit =
      isOpen
      || parts.indices.dropFirst().dropLast().contains { index in
        index % 2 == 0 && holdsLongValue(parts[index])
      }
    let end = isOpen ? bytes.endIndex : parts[parts.count - 1].startIndex
    if isSplit, hides(bytes[parts[1].startIndex..<end]) {
      parts = [parts[0], Self.nothing[...], isOpen ? [] : parts[parts.count - 1]]
    } else {
      for index in parts.indices where index % 2 == 1 && index + 1 < parts.count {
        if hides(parts[index]), !Self.isName(behind: parts[index - 1]) {
          parts[index] = Self.nothing[...]
        }
      }
    }
    let shown = Array(parts.joined(separator: [quote]))
    return text.utf8.elementsEqual(shown) ? nil : String(decoding: shown, as: UTF8.self)
  }

  private static let nothing = Array("***".utf8)

  private func hides(_ text: ArraySlice<UInt8>) -> Bool {
    words.contains { $0.holdsValue(text) }
  }

  /// Between quotes of ours there are words of ours, few of which are long.
  private func holdsLongValue(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(separator: UInt8(ascii: " ")).contains { word in
      word.count > 5 && words.contains { $0.holdsValue(word, isEscaped: false) }
    }
  }

  /// Objects are told by kind and name: `Secret "a" in namespace "b"`.
  private static func isName(behind text: ArraySlice<UInt8>) -> Bool {
    guard text.last == UInt8(ascii: " ") else { return false }
    let word = text.split(separator: UInt8(ascii: " ")).last ?? []
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    return word.elementsEqual("namespace".utf8)
      || word.first.map(capitals.contains) ?? false && !word.allSatisfy(capitals.contains)
  }
}
