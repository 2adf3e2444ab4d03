internal import Diagnostics
internal import YAML

// `namespace`, `namePrefix` and `nameSuffix`.

extension KustomizationEditor {
  /// Sets a field that is a text; an empty one goes.
  package mutating func setText(_ name: String, to value: String) {
    if let old = self[name], old.scalar == nil {
      report.error(
        "wrong-type", "\"\(name)\" must be a string, not \(old.kindName)", at: old.position,
        hint: "write one text, in quotes")
      return
    }
    guard !value.isEmpty else { return remove(key(name), in: []) }
    if let old = self[name]?.string, sameBytes(old, value) { return }
    put(name, .string(value))
  }
}
