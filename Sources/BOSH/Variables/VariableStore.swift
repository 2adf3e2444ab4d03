package import Diagnostics
package import YAML

/// Values that were generated once and are kept in a file.
package struct VariableStore: Sendable {
  private var entries: [KeyBytes: Node] = [:]
  /// In the order of the file, then of generation.
  package private(set) var keys: [Scalar] = []
  /// Whether anything was added to what the file holds.
  package private(set) var hasChanged = false

  /// - Parameter document: the content of the file; `nil` when there is none yet.
  package init?(_ document: Node?, file: String, _ report: Report) {
    guard let document, !document.isNull else { return }
    guard let mapping = document.mapping else {
      report.error(
        "no-vars-store",
        "\"\(file)\" holds no generated variables: it must be a mapping, not \(document.kindName)",
        at: document.position, hint: "name another file with --vars-store; it need not be there yet")
      return nil
    }
    for pair in mapping.pairs {
      keys.append(pair.key)
      entries[KeyBytes(text: pair.key.text)] = pair.value
    }
  }

  func value(of name: String) -> Node? { entries[KeyBytes(text: name)] }

  mutating func set(_ name: String, _ value: Node) {
    if entries.updateValue(value, forKey: KeyBytes(text: name)) == nil { keys.append(Scalar(name)) }
    hasChanged = true
  }

  /// All values, to be written.
  package var document: Node {
    .mapping(
      Mapping(keys.compactMap { key in entries[KeyBytes(text: key.text)].map { .init(key: key, value: $0) } })
    )
  }
}
