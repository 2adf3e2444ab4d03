/// The bytes that Go's `json.Marshal` makes of a tree: compact, keys sorted by their bytes, and safe to stand
/// in HTML. kustomize hashes these.
///
/// - Parameter keepsOrder: whether keys stay in their order, for a program that goes through them.
package func json(_ node: Node, keepsOrder: Bool = false) -> [UInt8] {
  var writer = JSONWriter(keepsOrder: keepsOrder)
  writer.write(node)
  return writer.bytes
}

private struct JSONWriter {
  let keepsOrder: Bool
  var bytes: [UInt8] = []

  init(keepsOrder: Bool) {
    self.keepsOrder = keepsOrder
  }

  mutating func write(_ node: Node) {
    switch node {
    case .scalar(let scalar): write(scalar)
    case .sequence(let sequence):
      writeList(sequence.items, "[", "]") { $0.write($1) }
    case .mapping(let mapping):
      let pairs =
        keepsOrder
        ? mapping.pairs
        : mapping.pairs.sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
      writeList(pairs, "{", "}") { writer, pair in
        writer.write(pair.key.text)
        writer.bytes.append(":")
        writer.write(pair.value)
      }
    }
  }

  private mutating func writeList<Item>(
    _ items: [Item], _ open: StaticString, _ close: StaticString, _ write: (inout Self, Item) -> Void
  ) {
    bytes.append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(",") }
      write(&self, item)
    }
    bytes.append(close)
  }

  private mutating func write(_ scalar: Scalar) {
    let utf8 = scalar.text.utf8
    switch scalar.kind {
    case .string: write(scalar.text)
    case .timestamp: write(scalar.canonicalTimestamp)
    case .null: bytes.append("null")
    case .bool: bytes.append(scalar.isTrue ? "true" : "false")
    case .integer: bytes.appendInteger(utf8.span, as: .json)
    case .float: bytes.appendFloat(utf8.span, as: .json)
    }
  }

  private mutating func write(_ text: String) {
    let utf8 = text.utf8
    let span = utf8.span
    bytes.append("\"")
    var written = 0
    for index in span.indices where needsEscape(span, index) {
      bytes.append(span, written..<index)
      writeEscape(span, index)
      written = index + utf8Width(span[index])
    }
    bytes.append(span, written..<span.count)
    bytes.append("\"")
  }

  private func needsEscape(_ text: Span<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): true
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): true
    // U+2028 and U+2029 end a line in JavaScript.
    case 0xE2: CharacterKind(text, index).isBreak
    default: false
    }
  }

  private mutating func writeEscape(_ text: Span<UInt8>, _ index: Int) {
    switch text[index] {
    case UInt8(ascii: "\""): bytes.append("\\\"")
    case UInt8(ascii: "\\"): bytes.append("\\\\")
    case UInt8(ascii: "\n"): bytes.append("\\n")
    case UInt8(ascii: "\r"): bytes.append("\\r")
    case UInt8(ascii: "\t"): bytes.append("\\t")
    case 0x08: bytes.append("\\b")
    case 0x0C: bytes.append("\\f")
    case 0xE2: bytes.append(text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
    case let byte:
      bytes.append("\\u")
      bytes.appendHex(UInt32(byte), digits: 4, letters: UInt8(ascii: "a"))
    }
  }
}
