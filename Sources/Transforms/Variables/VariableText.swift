internal import YAML

/// Text with `$(NAME)` in it, read as Kubernetes reads the arguments of containers: `$$` stands for `$`, and a `$`
/// that begins neither stands for itself.
struct VariableText {
  enum Part: Equatable {
    case text(String)
    case variable(String)
  }

  private(set) var parts: [Part] = []

  init(_ text: String) {
    let bytes = text.utf8
    var rest = bytes[...]
    var plain: [UInt8] = []
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      plain += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")")) {
        if !plain.isEmpty { parts.append(.text(String(decoding: plain, as: UTF8.self))) }
        plain = []
        parts.append(.variable(String(Substring(rest[rest.index(after: rest.startIndex)..<close]))))
        rest = rest[rest.index(after: close)...]
      } else {
        plain.append(UInt8(ascii: "$"))
        if rest.first == UInt8(ascii: "$") { rest = rest.dropFirst() }
      }
    }
    plain += rest
    if !plain.isEmpty { parts.append(.text(String(decoding: plain, as: UTF8.self))) }
  }

  /// The text with values in the place of the names that have one.
  func expanded(_ value: (String) -> Scalar?) -> Scalar {
    // A var alone keeps its type.
    if parts.count == 1, case .variable(let name) = parts[0], let value = value(name) { return value }
    let texts = parts.map { part in
      switch part {
      case .text(let text): text
      case .variable(let name): value(name)?.printed ?? "$(\(name))"
      }
    }
    return Scalar(texts.joined())
  }
}
