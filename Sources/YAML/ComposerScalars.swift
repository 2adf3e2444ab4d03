import Diagnostics

extension Composition {
  /// The scalar of the current event, with what it means.
  mutating func resolvedScalar() -> Scalar {
    let content = parser.content
    let style = parser.style
    let position = placement.position(parser.mark)
    var scalar = Scalar(String(decoding: content, as: UTF8.self), style: style, at: position)
    if let tag = parser.tag {
      resolve(&scalar, tag: tag)
    } else if style == .plain {
      scalar.kind = ScalarResolution.resolve(plain: content)
      if scalar.kind == .null || scalar.kind == .timestamp, open.last?.isFlow == true {
        scalar.quoteInFlow()
      }
      if dialect == .bosh, scalar.kind == .timestamp || content.count <= Scalar.longestBoolean {
        scalar.resolveForBOSH()
      }
    }
    return scalar
  }

  /// Gives a scalar the meaning that its tag asks for, as go-yaml does for a value without a type.
  private mutating func resolve(_ scalar: inout Scalar, tag: String) {
    let resolved = ScalarResolution.resolve(plain: scalar.text)
    switch (CoreTag(rawValue: tag), resolved) {
    case (.nonSpecific, _): if scalar.style == .plain { scalar.kind = resolved }
    case (.integer, .integer), (.float, .float), (.bool, .bool), (.null, .null),
      (.timestamp, .timestamp):
      scalar.kind = resolved
    case (.float, .integer): scalar.kind = .float
    case (.binary, _): decodeBinary(&scalar)
    case (.integer, _): fault(.tagMismatch(scalar, tag: "!!int", wants: "a whole number, such as 8080"))
    case (.float, _): fault(.tagMismatch(scalar, tag: "!!float", wants: "a number, such as 0.5"))
    case (.bool, _): fault(.tagMismatch(scalar, tag: "!!bool", wants: "true or false"))
    case (.null, _): fault(.tagMismatch(scalar, tag: "!!null", wants: "null"))
    case (.timestamp, _): fault(.tagMismatch(scalar, tag: "!!timestamp", wants: "a date, such as 2001-12-14"))
    // Any other tag leaves a string behind, even of what would be a number without it.
    case (nil, _): break
    }
  }

  private mutating func decodeBinary(_ scalar: inout Scalar) {
    guard let bytes = decodedBase64(scalar.text) else { return fault(.badBase64(scalar)) }
    guard let text = String(validating: bytes, as: UTF8.self) else { return fault(.binaryIsNoText(scalar)) }
    scalar.text = text
  }
}

/// The tags that decide what a scalar means.
private enum CoreTag: String {
  case nonSpecific = "!"
  case integer = "tag:yaml.org,2002:int"
  case float = "tag:yaml.org,2002:float"
  case bool = "tag:yaml.org,2002:bool"
  case null = "tag:yaml.org,2002:null"
  case timestamp = "tag:yaml.org,2002:timestamp"
  case binary = "tag:yaml.org,2002:binary"
}

/// The bytes of padded base64, which may be broken into lines; `nil` when it is none.
package func decodedBase64(_ text: String) -> [UInt8]? {
  let digits = text.utf8.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
  guard digits.count.isMultiple(of: 4) else { return nil }
  let padding = digits.suffix(2).count { $0 == UInt8(ascii: "=") }
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  for (index, digit) in digits.dropLast(padding).enumerated() {
    guard let value = base64Alphabet.firstIndex(of: digit) else { return nil }
    bits = bits << 6 | UInt32(value)
    // Every digit but the first of four completes a byte.
    let spare = 2 * (3 - UInt32(index % 4))
    if spare < 6 { bytes.append(UInt8(truncatingIfNeeded: bits >> spare)) }
  }
  return bytes
}

private let base64Alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
