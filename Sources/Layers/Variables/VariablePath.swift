internal import YAML

/// The path of a var's value, such as `spec.ports[0].port` or `spec.ports.[name=http].port`.
struct VariablePath {
  private enum Step {
    /// A key, or the index of an item.
    case name(String)
    case item(key: String, value: String)
  }

  private var steps: [Step] = []

  /// - Parameter text: parts joined by dots; a dot inside of a name is written `\.`.
  init(_ text: String) {
    for part in Self.split(text) { append(part) }
  }

  private mutating func append(_ part: String) {
    guard part.hasSuffix("]"), let open = part.lastIndex(of: "[") else { return steps.append(.name(part)) }
    if open != part.startIndex { steps.append(.name(String(part[..<open]))) }
    let inner = part[part.index(after: open)...].dropLast()
    if let equals = inner.firstIndex(of: "=") {
      let value = inner[inner.index(after: equals)...]
      steps.append(.item(key: String(inner[..<equals]), value: String(value)))
    } else {
      steps.append(.name(String(inner)))
    }
  }

  /// Splits at the dots that are neither escaped nor in brackets.
  private static func split(_ text: String) -> [String] {
    var parts: [[UInt8]] = [[]]
    var isInBrackets = false
    for byte in text.utf8 {
      let last = parts.count - 1
      if byte == UInt8(ascii: ".") && parts[last].last == UInt8(ascii: "\\") {
        parts[last][parts[last].count - 1] = byte
      } else if byte == UInt8(ascii: ".") && !isInBrackets {
        parts.append([])
      } else {
        if byte == UInt8(ascii: "[") { isInBrackets = true }
        if byte == UInt8(ascii: "]") { isInBrackets = false }
        parts[last].append(byte)
      }
    }
    // A dot in front of everything means nothing.
    if parts.count > 1 && parts[0].isEmpty { parts.removeFirst() }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The node that the path leads to; `nil` when there is none.
  func value(in object: Node) -> Node? {
    steps.reduce(object as Node?) { node, step in node.flatMap { Self.child(of: $0, step) } }
  }

  private static func child(of node: Node, _ step: Step) -> Node? {
    switch (node, step) {
    case (.mapping(let mapping), .name(let name)): mapping[name]
    case (.sequence(let list), .name("-")): list.items.last
    case (.sequence(let list), .name(let index)):
      Int(index).flatMap { list.items.indices.contains($0) ? list.items[$0] : nil }
    case (.sequence(let list), .item(let key, let value)):
      list.items.first { (key.isEmpty ? $0 : $0[key])?.text.map { sameBytes($0, value) } ?? false }
    default: nil
    }
  }
}
