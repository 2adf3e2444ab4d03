/// Base64 as generated Secrets carry it.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// The length of a line in a value that needs more than one (kustomize v5 `encodeBase64`).
  private static let lineLength = 70

  package static func wrapped(_ bytes: [UInt8]) -> String {
    let encoded = encode(bytes)
    guard encoded.count >= lineLength else { return String(decoding: encoded, as: UTF8.self) }
    var lines: [UInt8] = []
    for start in stride(from: 0, to: encoded.count, by: lineLength) {
      lines += encoded[start..<min(start + lineLength, encoded.count)]
      lines.append(UInt8(ascii: "\n"))
    }
    return String(decoding: lines, as: UTF8.self)
  }

  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for (place, byte) in group.enumerated() { bits |= UInt32(byte) << UInt32(16 - 8 * place) }
      for place in 0..<4 {
        let isPadding = place > group.count
        out.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)])
      }
    }
    return out
  }
}
