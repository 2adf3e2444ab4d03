internal import Diagnostics

/// The bytes that Go's `json.Marshal` makes of a tree: compact, keys sorted by their bytes, and safe to stand
/// in HTML. kustomize hashes these.
///
/// - Parameter form: who reads it.
package func json(_ node: Node, form: JSONForm = .hashed) -> [UInt8] {
  var writer = JSONWriter(form: form)
  writer.write(node)
  return writer.bytes
}

extension Node {
  /// The first number below it that JSON has no form for: `.nan`, `.inf`, or what is too large to be finite.
  package var numberBeyondJSON: Scalar? {
    switch self {
    case .scalar(let scalar) where scalar.kind == .float || scalar.kind == .integer:
      isJSONNumber(json(self)[...]) ? nil : scalar
    case .scalar: nil
    case .sequence(let sequence): sequence.items.lazy.compactMap(\.numberBeyondJSON).first
    case .mapping(let mapping): mapping.pairs.lazy.compactMap(\.value.numberBeyondJSON).first
    }
  }
}

package enum JSONForm {
  /// As Go writes it, and what JSON has no form for as in YAML.
  case hashed
  /// For a program to which it makes a difference: keys stay in their order, and `1.0` stays a decimal.
  case kept
  /// For people, too: as ``hashed``, with hidden characters escaped.
  case shown
  /// For editors: as ``kept``, each member on a line of its own, and as readable as JSON allows.
  case indented

  fileprivate var keepsOrder: Bool { self == .kept || self == .indented }
}

private struct JSONWriter {
  let form: JSONForm
  var bytes: [UInt8] = []
  private var depth = 0

  init(form: JSONForm) {
    self.form = form
  }

  mutating func write(_ node: Node) {
    switch node {
    case .scalar(let scalar): write(scalar)
    case .sequence(let sequence):
      writeList(sequence.items, "[", "]") { $0.write($1) }
    case .mapping(let mapping):
      let pairs =
        form.keepsOrder
        ? mapping.pairs
        : mapping.pairs.sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
      writeList(pairs, "{", "}") { writer, pair in
        writer.write(pair.key.text)
        writer.bytes.append(contentsOf: (writer.form == .indented ? ": " : ":").utf8)
        writer.write(pair.value)
      }
    }
  }

  private mutating func writeList<Item>(
    _ items: [Item], _ open: StaticString, _ close: StaticString, _ write: (inout Self, Item) -> Void
  ) {
    bytes.append(open)
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(",") }
      breakLine()
      write(&self, item)
    }
    depth -= 1
    if !items.isEmpty { breakLine() }
    bytes.append(close)
  }

  private mutating func breakLine() {
    guard form == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(contentsOf: "  ".utf8) }
  }

  private mutating func write(_ scalar: Scalar) {
    let utf8 = scalar.text.utf8
    switch scalar.kind {
    case .string: write(scalar.text)
    case .timestamp: write(scalar.canonicalTimestamp)
    case .null: bytes.append("null")
    case .bool: bytes.append(scalar.isTrue ? "true" : "false")
    case .integer: writeNumber(scalar.text) { $0.appendInteger(utf8.span, as: .json) }
    case .float where form.keepsOrder && isDecimal(scalar.text): bytes.append(contentsOf: utf8)
    case .float: writeNumber(scalar.text) { $0.appendFloat(utf8.span, as: .json) }
    }
  }

  /// JSON has no infinity, for example: whoever is to read it as JSON gets such as text.
  private mutating func writeNumber(_ text: String, _ append: (inout [UInt8]) -> Void) {
    let start = bytes.count
    append(&bytes)
    guard form != .hashed, !isJSONNumber(bytes[start...]) else { return }
    bytes.removeSubrange(start...)
    write(text)
  }

  /// `1.0`, or `-12.50`; not what YAML alone allows, such as `.5` and `01.5`.
  private func isDecimal(_ text: String) -> Bool {
    let parts = text.utf8.drop { $0 == UInt8(ascii: "-") }.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return false }
    return parts[0].count == 1 || parts[0].first != UInt8(ascii: "0")
  }

  private mutating func write(_ text: String) {
    if form == .shown || form == .indented {
      return bytes.append(contentsOf: Escape.json(text, isInHTML: form == .shown).utf8)
    }
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
