internal import YAML

/// A place in a tree (RFC 6901): the keys and list positions that lead there.
package struct JSONPointer: Sendable {
  /// Without escapes; empty for the root.
  package let tokens: [String]

  package enum Mistake: Error {
    case noLeadingSlash
    /// A `~` that is followed by neither `0` nor `1`.
    case badEscape
  }

  package init(_ text: String) throws(Mistake) {
    let bytes = text.utf8
    guard !bytes.isEmpty else {
      tokens = []
      return
    }
    guard bytes.first == UInt8(ascii: "/") else { throw .noLeadingSlash }
    var tokens: [String] = []
    for part in bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      tokens.append(try Self.unescape(part))
    }
    self.tokens = tokens
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

  private static func unescape(_ part: Substring.UTF8View) throws(Mistake) -> String {
    guard part.contains(UInt8(ascii: "~")) else { return String(Substring(part)) }
    var out: [UInt8] = []
    var rest = part
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "~") else {
        out.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "0"): out.append(UInt8(ascii: "~"))
      case UInt8(ascii: "1"): out.append(UInt8(ascii: "/"))
      default: throw .badEscape
      }
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
