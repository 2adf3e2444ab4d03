package import Diagnostics
package import YAML

/// Values that were given for variables, by name.
package struct VariableValues: Sendable {
  package struct Entry: Sendable {
    package var value: Node
    /// Where it was given.
    package var position: Position
  }

  private var entries: [KeyBytes: Entry] = [:]
  /// In the order in which they were given first.
  package private(set) var names: [String] = []

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  package subscript(name: String) -> Entry? { entries[KeyBytes(text: name)] }

  /// Sets a value; a later one for the same name replaces an earlier one.
  ///
  /// - Parameter name: `a.b` sets the key `b` of the mapping `a`.
  package mutating func set(_ name: String, _ value: Node, at position: Position, _ report: Report) {
    let keys = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard keys.count > 1 else { return put(name, Entry(value: value, position: position)) }
    let root = keys[0]
    var whole = self[root]?.value ?? .mapping(Mapping(at: position))
    guard Self.set(keys.dropFirst(), in: &whole, value) else {
      return report.error(
        "variable-no-mapping",
        "the variable \"\(name)\" can't be set: a part of it has a value that is no mapping",
        at: position, hint: "give the whole of \"\(root)\" in one place")
    }
    put(root, Entry(value: whole, position: position))
  }

  private static func set(_ keys: ArraySlice<String>, in node: inout Node, _ value: Node) -> Bool {
    guard let key = keys.first else {
      node = value
      return true
    }
    return node.changeMapping { mapping in
      var inner = mapping[key] ?? .mapping(Mapping(at: value.position))
      guard set(keys.dropFirst(), in: &inner, value) else { return false }
      mapping[key] = inner
      return true
    } ?? false
  }

  private mutating func put(_ name: String, _ entry: Entry) {
    if entries.updateValue(entry, forKey: KeyBytes(text: name)) == nil { names.append(name) }
  }

  /// Sets all of a file of variables.
  package mutating func set(all document: Node, file: String, _ report: Report) {
    if document.isNull { return }
    guard let mapping = document.mapping else {
      return report.error(
        "no-vars-file",
        "\"\(file)\" is no file of variables: it must hold a mapping, not \(document.kindName)",
        at: document.position,
        hint: document.items == nil
          ? "write each variable as \"name: value\"" : "give an ops file with -o instead of -l")
    }
    for pair in mapping.pairs { set(pair.key.text, pair.value, at: pair.key.position, report) }
  }
}
