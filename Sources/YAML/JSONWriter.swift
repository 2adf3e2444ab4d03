/// The bytes that Go's `json.Marshal` makes of a tree: compact, keys sorted by their bytes, and safe to stand
/// in HTML. kustomize hashes these.
package func json(_ node: Node) -> [UInt8] {
  var writer = JSONWriter()
  writer.write(node)
  return writer.bytes
}

private struct JSONWriter {
  var bytes: [UInt8] = []

  mutating func write(_ node: Node) {
    switch node {
    case .scalar(let scalar): write(scalar)
    case .sequence(let sequence):
      writeList(sequence.items, "[", "]") { $0.write($1) }
    case .mapping(let mapping):
      let pairs = mapping.pairs.sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
      writeList(pairs, "{", "}") { writer, pair in
        writer.write(pair.key.text)
        writer.append(":")
        writer.write(pair.value)
      }
    }
  }

  private mutating func writeList<Item>(
    _ items: [Item], _ open: StaticString, _ close: StaticString, _ write: (inout Self, Item) -> Void
  ) {
    append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { append(",") }
      write(&self, item)
    }
    append(close)
  }

  private mutating func write(_ scalar: Scalar) {
    let utf8 = scalar.text.utf8
    switch scalar.kind {
    case .string: write(scalar.text)
    case .timestamp: write(scalar.canonicalTimestamp)
    case .null: append("null")
    case .bool: append(scalar.isTrue ? "true" : "false")
    case .integer: appendInteger(utf8.span, to: &bytes, as: .json)
    case .float: appendFloat(utf8.span, to: &bytes, as: .json)
    }
  }

  private mutating func write(_ text: String) {
    append("\"")
    let utf8 = text.utf8
    let span = utf8.span
    var index = 0
    while index < span.count {
      let end = index + utf8Width(span[index])
      write(span, index..<end)
      index = end
    }
    append("\"")
  }

  private mutating func write(_ text: Span<UInt8>, _ character: Range<Int>) {
    switch text[character.lowerBound] {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    case 0x08: append("\\b")
    case 0x0C: append("\\f")
    case UInt8(ascii: "<"): append("\\u003c")
    case UInt8(ascii: ">"): append("\\u003e")
    case UInt8(ascii: "&"): append("\\u0026")
    case let byte where byte < 0x20:
      append("\\u00")
      for digit in [byte >> 4, byte & 0x0F] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    case 0xE2 where CharacterKind(text, character.lowerBound).isBreak:
      append(text[character.lowerBound + 2] == 0xA8 ? "\\u2028" : "\\u2029")
    default:
      text.extracting(character).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
