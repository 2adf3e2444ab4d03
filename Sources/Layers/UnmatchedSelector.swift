internal import Diagnostics
internal import Resources

extension Selector {
  /// What the selector asks for, as messages say it.
  var wanted: String {
    let parts = [
      ("group", group), ("version", version), ("kind", kind), ("name", name), ("namespace", namespace),
    ].compactMap { part, pattern in pattern.map { "\(part) \"\($0.text)\"" } }
    return parts.isEmpty ? "its target" : parts.joined(separator: ", ")
  }
}

extension ResourceSet {
  /// What of the set comes next to a kind and name that are not there.
  func nearest(kind: String, name: String) -> String? {
    let sameKind = resources.filter { kind.isEmpty || $0.gvk.kind == kind }
    if sameKind.isEmpty {
      let kinds = Array(Set(resources.map(\.gvk.kind)))
      if let other = resources.first(where: { $0.name == name }) {
        return "\"\(name)\" is a \(other.gvk.kind) here"
      }
      return suggestion(for: kind, among: kinds, otherwise: "the kinds here are")
    }
    let names = Array(Set(sameKind.map(\.name)))
    if names.contains(name) {
      let places = sameKind.filter { $0.name == name }.map { "\($0.id)" }
      return "there is " + places.prefix(3).joined(separator: ", ")
    }
    guard names.count > 8 else {
      return suggestion(for: name, among: names, otherwise: "there is \(kind.isEmpty ? "here" : kind)")
    }
    return suggestion(for: name, among: names)
  }
}
