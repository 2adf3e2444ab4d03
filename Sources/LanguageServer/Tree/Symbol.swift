internal import YAML

/// What has a name that other places say.
package enum Symbol: Sendable {
  /// - Parameter kinds: which it can be; empty for any.
  case object(kinds: Set<String>, name: String)
  case zone(String)
  /// A list of instances of a group.
  case list(group: String, name: String)
  /// What containers run, without tag and digest.
  case image(String)
  /// Without symbolic links.
  case file(String)

  /// Whether who says one may speak of the other.
  package func means(_ other: Symbol) -> Bool {
    switch (self, other) {
    case (.object(let own, let name), .object(let others, let otherName)):
      sameBytes(name, otherName) && (own.isEmpty || others.isEmpty || !own.isDisjoint(with: others))
    case (.zone(let name), .zone(let otherName)), (.image(let name), .image(let otherName)),
      (.file(let name), .file(let otherName)):
      sameBytes(name, otherName)
    case (.list(let group, let name), .list(let otherGroup, let otherName)):
      sameBytes(group, otherGroup) && sameBytes(name, otherName)
    default: false
    }
  }
}

/// A place that says a symbol's name.
package struct Occurrence: Sendable {
  package let symbol: Symbol
  /// The bytes of the name.
  package let range: Range<Int>
  /// Whether the symbol is made there.
  package let isDefinition: Bool
}
