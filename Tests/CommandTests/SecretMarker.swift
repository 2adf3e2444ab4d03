/// A value that nobody would write, and whatever it may look like where it is shown.
enum SecretMarker {
  static let text = "h7Xq2Zk9&Wv4"
  /// As it stands in `data`.
  static let encoded = base64(text)

  /// As it is, in Base64 wherever it begins in the text, in a URL, in JSON and HTML, and its halves where somebody cut it.
  static let forms =
    [text, "h7Xq2Zk9", "%26Wv4", "u0026Wv4", "amp;Wv4"]
    + (0..<3).map { padding in
      // The characters at the edges depend on what stands around it, too.
      let shown = base64(String(repeating: "x", count: padding) + text).drop { $0 == "=" }
      return String(shown.dropFirst(padding == 0 ? 0 : padding + 1).prefix(12))
    }

  static func base64(_ text: String) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = Array(text.utf8)
    var out = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { $0 << 8 | Int(start + $1 < bytes.count ? bytes[start + $1] : 0) }
      for place in 0..<4 {
        out += place <= group.count ? String(letters[bits >> (18 - 6 * place) & 63]) : "="
      }
    }
    return out
  }

  static func form(in text: String) -> String? { forms.first(where: text.contains) }
}
