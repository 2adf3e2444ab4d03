/// `registry:5000/name:tag@sha256:…` in its parts.
struct ImageReference: Equatable {
  var name: String
  var tag = ""
  var digest = ""

  init(_ text: String) {
    // A `:` before the first `/` belongs to the registry's port.
    let path = text.firstIndex(of: "/").flatMap { $0 == text.startIndex ? nil : $0 } ?? text.startIndex
    let at = text[path...].firstIndex(of: "@")
    let colon = text[path..<(at ?? text.endIndex)].firstIndex(of: ":")
    name = String(text[..<(colon ?? at ?? text.endIndex)])
    if let colon { tag = String(text[text.index(after: colon)..<(at ?? text.endIndex)]) }
    if let at { digest = String(text[text.index(after: at)...]) }
  }
}
