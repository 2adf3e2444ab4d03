/// What has a name that other places say.
package enum Symbol: Hashable, Sendable {
  /// - Parameter kinds: which it can be; empty for any.
  case object(kinds: Set<String>, name: String)
  case zone(String)
  /// A list of instances of a group.
  case list(group: String, name: String)
  /// What containers run, without tag and digest.
  case image(String)
  /// Without symbolic links.
  case file(String)

  package func means(_ other: Symbol) -> Bool {
    guard case .object(let own, let name) = self, case .object(let others, let otherName) = other else {
      return self == other
    }
    return name == otherName && (own.isEmpty || others.isEmpty || !own.isDisjoint(with: others))
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
