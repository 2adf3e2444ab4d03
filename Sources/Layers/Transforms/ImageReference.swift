/// `registry:5000/name:tag@sha256:…` in its parts.
struct ImageReference: Equatable {
  var name: String
  var tag = ""
  var digest = ""

  init(_ text: String) {
    let bytes = text.utf8
    // A `:` before the first `/` belongs to the registry's port.
    let slash = bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.startIndex
    let at = bytes[slash...].firstIndex(of: UInt8(ascii: "@"))
    let colon = bytes[slash..<(at ?? bytes.endIndex)].firstIndex(of: UInt8(ascii: ":"))
    name = String(Substring(bytes[..<(colon ?? at ?? bytes.endIndex)]))
    if let colon { tag = String(Substring(bytes[bytes.index(after: colon)..<(at ?? bytes.endIndex)])) }
    if let at { digest = String(Substring(bytes[bytes.index(after: at)...])) }
  }
}
