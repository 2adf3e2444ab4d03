internal import YAML

extension OpsPath {
  /// What is wrong with the text of a path, and where in it.
  package struct Mistake: Error, Sendable {
    package let summary: String
    package let hint: String
    /// In bytes from the start of the text.
    package let offset: Int
  }

  package init(_ text: String) throws(Mistake) {
    // Bytes, not characters: finding where characters end takes ten times as long as the rest.
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else {
      self.init(parts: [], offsets: [])
      return
    }
    guard bytes[0] == UInt8(ascii: "/") else {
      throw Mistake(
        summary: "must begin with \"/\"", hint: "write \"/\(text)\", or nothing for the whole document",
        offset: 0)
    }
    var parts: [Part] = []
    var offsets: [Int] = []
    var isOptional = false
    let words = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard words.count <= NodeLimits.pathLength else {
      throw Mistake(
        summary: "has \(words.count) parts, \(NodeLimits.pathLength) are possible",
        hint: "give a part further up its value as a whole", offset: 0)
    }
    for (index, word) in words.enumerated() {
      parts.append(try Self.part(word, isLast: index == words.count - 1, &isOptional))
      offsets.append(word.startIndex)
    }
    self.init(parts: parts, offsets: offsets)
  }

  private static func part(
    _ bytes: ArraySlice<UInt8>, isLast: Bool, _ isOptional: inout Bool
  ) throws(Mistake) -> Part {
    let offset = bytes.startIndex
    let end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
    let modifiers = try modifiers(bytes[end...], at: offset)
    var word = bytes[..<end]
    if isLast, word.elementsEqual([UInt8(ascii: "-")]) {
      guard modifiers.isEmpty else { throw .misplaced(modifiers[0], after: "\"-\"", at: offset) }
      return Part(step: .end)
    }
    if let index = index(word) { return Part(step: .index(index), modifiers: modifiers) }
    if word.last == UInt8(ascii: "?") {
      isOptional = true
      word.removeLast()
    }
    if let equals = word.firstIndex(of: UInt8(ascii: "=")) {
      let step = Step.item(key: unescaped(word[..<equals]), value: unescaped(word[(equals + 1)...]))
      return Part(step: step, isOptional: isOptional, modifiers: modifiers)
    }
    guard modifiers.isEmpty else {
      throw .misplaced(
        modifiers[0], after: "the key \"\(String(decoding: word, as: UTF8.self))\"", at: offset)
    }
    return Part(step: .key(unescaped(word)), isOptional: isOptional)
  }

  /// - Returns: `nil` when this is no number.
  private static func index(_ word: ArraySlice<UInt8>) -> Int? {
    switch word.first ?? 0 {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"):
      Int(String(decoding: word, as: UTF8.self))
    default: nil
    }
  }

  /// - Parameter bytes: each after a colon.
  private static func modifiers(
    _ bytes: ArraySlice<UInt8>, at offset: Int
  ) throws(Mistake) -> [Modifier] {
    if bytes.isEmpty { return [] }
    var modifiers: [Modifier] = []
    for word in bytes.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
      let word = String(decoding: word, as: UTF8.self)
      guard let modifier = Modifier(rawValue: word) else {
        throw Mistake(
          summary: "has \":\(word)\", which is no modifier",
          hint: "the modifiers are :prev, :next, :before and :after; write \"~7\" for a colon in a name",
          offset: offset)
      }
      modifiers.append(modifier)
    }
    return modifiers
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "~")) else { return String(decoding: bytes, as: UTF8.self) }
    var unescaped: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "~"), let escape = escapes.first(where: { $0.digit == rest.first }) {
        rest.removeFirst()
        unescaped.append(escape.character)
      } else {
        unescaped.append(byte)
      }
    }
    return String(decoding: unescaped, as: UTF8.self)
  }
}

extension OpsPath.Mistake {
  fileprivate static func misplaced(_ modifier: OpsPath.Modifier, after what: String, at offset: Int) -> Self
  {
    let word = modifier.rawValue
    return Self(
      summary: "has \":\(word)\" after \(what)",
      hint: "modifiers stand after an index (/0:\(word)) or a match (/name=value:\(word))", offset: offset)
  }
}
