/// `registry:5000/name:tag@sha256:…` in its parts.
package struct ImageReference: Equatable, Sendable {
  package var name: String
  package var tag = ""
  package var digest = ""

  package init(_ text: String) {
    let bytes = text.utf8
    // A `:` before the first `/` belongs to the registry's port.
    let slash = bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.startIndex
    let at = bytes[slash...].firstIndex(of: UInt8(ascii: "@"))
    let colon = bytes[slash..<(at ?? bytes.endIndex)].firstIndex(of: UInt8(ascii: ":"))
    name = String(Substring(bytes[..<(colon ?? at ?? bytes.endIndex)]))
    if let colon { tag = String(Substring(bytes[bytes.index(after: colon)..<(at ?? bytes.endIndex)])) }
    if let at { digest = String(Substring(bytes[bytes.index(after: at)...])) }
  }

  /// Whether tag and digest are such that kustomize knows the image by its name.
  ///
  /// - Parameter isCompatible: whether that is v5.8, which knows the digests of SHA-256 only.
  package func isOrdinary(isCompatible: Bool) -> Bool {
    guard tag.utf8.allSatisfy(Self.isOfTag) else { return false }
    if digest.isEmpty { return true }
    guard let colon = digest.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return (!isCompatible || digest.hasPrefix("sha256:"))
      && digest.utf8[digest.utf8.index(after: colon)...].allSatisfy(Self.isOfTag)
  }

  private static func isOfTag(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte >= UInt8(ascii: "A")
    default: "0123456789_.{}-".utf8.contains(byte)
    }
  }
}
