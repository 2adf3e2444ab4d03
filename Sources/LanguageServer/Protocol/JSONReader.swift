internal import YAML

/// Reads the JSON of a message: strictly, one value and nothing behind it. YAML would take more, and other line breaks.
struct JSONReader {
  private struct Failure: Error {}
  private static let deepest = 128

  private let bytes: [UInt8]
  private var place = 0

  /// - Returns: `nil` for what is no JSON.
  static func read(_ bytes: [UInt8]) -> Node? {
    var reader = JSONReader(bytes: bytes)
    guard let node = try? reader.value(depth: 0) else { return nil }
    reader.skipBlanks()
    return reader.place == bytes.count ? node : nil
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
  }

  private mutating func take(_ byte: Character) throws {
    guard next == byte.asciiValue else { throw Failure() }
    place += 1
  }

  private mutating func value(depth: Int) throws -> Node {
    guard depth < Self.deepest else { throw Failure() }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try list(depth)
    case UInt8(ascii: "\""): return .string(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: StaticString, _ node: Node) throws -> Node {
    guard bytes[place...].starts(with: word.description.utf8) else { throw Failure() }
    place += word.utf8CodeUnitCount
    return node
  }

  private mutating func object(_ depth: Int) throws -> Node {
    var pairs: [Mapping.Pair] = []
    try take("{")
    skipBlanks()
    while next != UInt8(ascii: "}") {
      if !pairs.isEmpty { try take(",") }
      skipBlanks()
      let key = try text()
      skipBlanks()
      try take(":")
      pairs.append(.init(key: Scalar(key), value: try value(depth: depth + 1)))
      skipBlanks()
    }
    place += 1
    return .mapping(Mapping(pairs))
  }

  private mutating func list(_ depth: Int) throws -> Node {
    var items: [Node] = []
    try take("[")
    skipBlanks()
    while next != UInt8(ascii: "]") {
      if !items.isEmpty { try take(",") }
      items.append(try value(depth: depth + 1))
      skipBlanks()
    }
    place += 1
    return .sequence(items)
  }

  private mutating func number() throws -> Node {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    let first = next
    guard digits() > 0,
      first != UInt8(ascii: "0") || place == start + 1 || bytes[place - 2] == UInt8(ascii: "-")
    else { throw Failure() }
    var kind = Scalar.Kind.integer
    if next == UInt8(ascii: ".") {
      kind = .float
      place += 1
      guard digits() > 0 else { throw Failure() }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      kind = .float
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      guard digits() > 0 else { throw Failure() }
    }
    return .scalar(Scalar(String(decoding: bytes[start..<place], as: UTF8.self), kind: kind))
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place - start
  }

  // MARK: Texts

  private mutating func text() throws -> String {
    try take("\"")
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw Failure() }
      place += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
    try take("\"")
    guard let text = String(validating: text, as: UTF8.self) else { throw Failure() }
    return text
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    guard let byte = next else { throw Failure() }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try escapedScalar()).utf8
    default: throw Failure()
    }
  }

  /// Half of a pair of surrogates alone is no character.
  private mutating func escapedScalar() throws -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let start = place
    if UTF16.isLeadSurrogate(UInt16(first)), bytes[place...].starts(with: "\\u".utf8) {
      place += 2
      let second = try unit()
      if UTF16.isTrailSurrogate(UInt16(second)) {
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
      }
      place = start
    }
    return "\u{FFFD}"
  }

  private mutating func unit() throws -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw Failure()
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }
}
