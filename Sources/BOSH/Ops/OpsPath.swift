internal import YAML

/// A place in a manifest as an operation names it: `/instance_groups/name=api/jobs/0`.
///
/// The grammar is go-patch's: JSON pointer (RFC 6901) with items named by one of their values, optional parts and
/// places between items.
package struct OpsPath: Sendable {
  /// Empty for the whole document.
  package let parts: [Part]
  /// Where each part begins in the text, in bytes; messages point there.
  package let offsets: [Int]

  package struct Part: Sendable {
    package var step: Step
    /// Whether it is created when it is missing: this part or one before it has a `?`.
    package var isOptional = false
    /// In the order of the text.
    package var modifiers: [Modifier] = []
  }

  package enum Step: Sendable {
    case key(String)
    /// From the end when it is negative.
    case index(Int)
    /// `-`: the place after the last item.
    case end
    /// The one item that has this value under this key.
    case item(key: String, value: String)
  }

  package enum Modifier: String, CaseIterable, Sendable {
    case prev, next, before, after

    /// Whether it makes the place one between items.
    package var isInsertion: Bool { self == .before || self == .after }
  }

  package init(parts: [Part], offsets: [Int]) {
    self.parts = parts
    self.offsets = offsets
  }
}

extension OpsPath: CustomStringConvertible {
  package var description: String { text(of: parts.count) }

  /// The first parts as they are written.
  package func text(of count: Int) -> String {
    var text = ""
    var isOptional = false
    for part in parts.prefix(count) {
      text += "/" + part.step.description
      if part.isOptional, !isOptional, part.step.canBeOptional {
        text += "?"
        isOptional = true
      }
      for modifier in part.modifiers { text += ":" + modifier.rawValue }
    }
    return text
  }
}

extension OpsPath.Step: CustomStringConvertible {
  package var description: String {
    switch self {
    case .key(let key): OpsPath.escaped(key)
    case .index(let index): String(index)
    case .end: "-"
    case .item(let key, let value): "\(OpsPath.escaped(key))=\(OpsPath.escaped(value))"
    }
  }

  fileprivate var canBeOptional: Bool {
    switch self {
    case .key, .item: true
    case .index, .end: false
    }
  }
}

extension OpsPath {
  /// The characters with a meaning of their own, by the digit that stands for them after a tilde.
  static let escapes: [(digit: UInt8, character: UInt8)] = [
    (UInt8(ascii: "0"), UInt8(ascii: "~")), (UInt8(ascii: "1"), UInt8(ascii: "/")),
    (UInt8(ascii: "2"), UInt8(ascii: "?")), (UInt8(ascii: "3"), UInt8(ascii: "=")),
    (UInt8(ascii: "7"), UInt8(ascii: ":")),
  ]

  fileprivate static func escaped(_ text: String) -> String {
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      if let escape = escapes.first(where: { $0.character == byte }) {
        escaped += [UInt8(ascii: "~"), escape.digit]
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
