package import Diagnostics
package import YAML

/// Variables that were referred to and have no value, with the places.
package struct MissingVariables: Sendable {
  package private(set) var names: [String] = []
  private var positions: [KeyBytes: [Position]] = [:]
  /// How often one was missing.
  private(set) var count = 0

  /// Notes the place where a variable is used that is missing already.
  ///
  /// - Returns: `false` when it is not known to be missing.
  mutating func repeats(_ key: KeyBytes, at position: Position) -> Bool {
    guard positions[key] != nil else { return false }
    add(key.text, at: position)
    return true
  }

  mutating func add(_ name: String, at position: Position) {
    count += 1
    let key = KeyBytes(text: name)
    if positions[key] == nil { names.append(name) }
    if positions[key]?.contains(position) != true { positions[key, default: []].append(position) }
  }

  package func positions(of name: String) -> [Position] { positions[KeyBytes(text: name)] ?? [] }

  /// Says of each where it is used.
  ///
  /// - Parameters:
  ///   - known: names that may have been meant.
  ///   - generated: names of those that could be generated, were there a store to keep them.
  package func report(_ report: Report, known: [String], generated: Set<KeyBytes> = [], hint: String) {
    for name in names {
      let places = positions(of: name)
      var notes = places.dropFirst().prefix(3).map { Diagnostic.Note("and used here", at: $0) }
      if places.count > 4 { notes.append(.init("and in \(places.count - 4) more places")) }
      report.error(
        "missing-variable", "the variable \"\(name)\" has no value", at: places.first, notes: notes,
        hint: generated.contains(name)
          ? "add --vars-store FILE, which generates it and keeps it, or give it with --var NAME=VALUE"
          : suggestion(for: name, among: known) ?? hint)
    }
  }
}
