internal import YAML

/// A place in a tree (RFC 6901): the keys and list positions that lead there.
package struct JSONPointer: Sendable {
  /// Without escapes; empty for the root.
  package let tokens: [String]

  /// - Returns: `nil` when the text doesn't start with a slash, and isn't empty either.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard bytes.first ?? UInt8(ascii: "/") == UInt8(ascii: "/") else { return nil }
    tokens = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .prefix(bytes.isEmpty ? 0 : .max).map(Self.unescape)
  }

  private init(tokens: [String]) {
    self.tokens = tokens
  }

  /// The place that is `count` steps from the root on the way here.
  package func prefix(_ count: Int) -> JSONPointer {
    JSONPointer(tokens: Array(tokens.prefix(count)))
  }

  /// The place that holds this one; the root is its own.
  package var parent: JSONPointer { prefix(max(0, tokens.count - 1)) }

  /// Whether the other place lies inside this one.
  package func contains(_ other: JSONPointer) -> Bool {
    tokens.count < other.tokens.count && zip(tokens, other.tokens).allSatisfy(sameBytes)
  }

  /// `~1` is a slash and `~0` a tilde; as in kustomize, so is a tilde before anything else.
  private static func unescape(_ part: Substring.UTF8View) -> String {
    guard part.contains(UInt8(ascii: "~")) else { return String(Substring(part)) }
    var out: [UInt8] = []
    var rest = part
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "~"), let next = rest.first,
        next == UInt8(ascii: "0") || next == UInt8(ascii: "1")
      else {
        out.append(byte)
        continue
      }
      rest.removeFirst()
      out.append(next == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension JSONPointer: CustomStringConvertible {
  /// As it is written, with its escapes.
  package var description: String {
    tokens.map { token in
      var text = "/"
      for character in token.unicodeScalars {
        switch character {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.unicodeScalars.append(character)
        }
      }
      return text
    }.joined()
  }
}
