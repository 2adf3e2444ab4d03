/// The words on lines of Secrets: which of them are keys, and which may be values.
struct SecretWords: Sendable {
  private var keys: Set<ArraySlice<UInt8>> = []
  private var values: Set<ArraySlice<UInt8>> = []
  /// Whether a value may look otherwise than it is written.
  private var hasEscapes = false

  /// - Parameter saysNames: whether what stands behind keys such as `name` and `path` is no value of a Secret, because the
  ///   lines are of a kustomization, a patch or an ops file.
  init(_ lines: some Sequence<ArraySlice<UInt8>>, saysNames: Bool = false) {
    for line in lines {
      var name = line[line.startIndex..<line.startIndex]
      for word in Self.words(of: line) {
        let isKey = Self.isKey(word, in: line)
        if isKey || name.indices.contains(word.startIndex) {
          keys.insert(word)
        } else {
          values.insert(word)
        }
        guard saysNames, isKey, Self.namingKeys.contains(where: word.elementsEqual) else { continue }
        // Up to where it ends in the flow style.
        name = line[word.endIndex...].prefix { !",}".utf8.contains($0) }
      }
      hasEscapes = hasEscapes || line.contains(UInt8(ascii: "\\"))
    }
  }

  private static let namingKeys = [
    "name", "namespace", "kind", "apiVersion", "group", "version", "fieldPath", "fieldpath", "behavior", "op",
    "path",
    "from", "type",
  ].map { Array($0.utf8) }

  /// Whether a text may hold a value, or the beginning of one.
  ///
  /// - Parameter isEscaped: whether values may stand in it otherwise than in the file.
  func holdsValue(_ text: ArraySlice<UInt8>, isEscaped: Bool = true) -> Bool {
    let isCut = text.suffix(Self.ellipsis.count).elementsEqual(Self.ellipsis)
    let words = Self.words(of: isCut ? text.dropLast(Self.ellipsis.count) : text)
    return words.enumerated().contains { index, word in
      if keys.contains(word) { return false }
      if values.contains(word) || isEscaped && hasEscapes { return true }
      return isCut && index == words.count - 1 && values.contains { $0.starts(with: word) }
    }
  }

  /// What messages put behind the beginning of a long text.
  private static let ellipsis = Array("…".utf8)

  private static func words(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: false
      case UInt8(ascii: "0")...UInt8(ascii: "9"): false
      default: !"-_.".utf8.contains(byte)
      }
    }
  }

  /// Whether a word stands where a key does: `key: value`, or `key=value` at the start of a line or an item.
  private static func isKey(_ word: ArraySlice<UInt8>, in line: ArraySlice<UInt8>) -> Bool {
    // A variable of BOSH's, by its name.
    if ["((", "((!"].contains(where: { line[..<word.startIndex].suffix($0.utf8.count).elementsEqual($0.utf8) }
    ) {
      return true
    }
    var rest = line[word.endIndex...]
    let isQuoted = rest.first.map("\"'".utf8.contains) ?? false
    if isQuoted { rest = rest.dropFirst() }
    let next = rest.dropFirst().first
    switch rest.first {
    case UInt8(ascii: ":"): return isQuoted || next.map(" \t\r".utf8.contains) ?? true
    case UInt8(ascii: "="):
      let before = line[..<word.startIndex].last { !" \t\"'".utf8.contains($0) }
      // The end of a value in Base64 is no key.
      return before.map("-[{,".utf8.contains) ?? true && !(next.map("= \t\r\"',]}".utf8.contains) ?? true)
    default: return false
    }
  }
}
