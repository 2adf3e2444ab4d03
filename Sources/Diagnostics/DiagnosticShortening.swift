extension [Diagnostic] {
  /// The first messages of each kind, and behind all of them how many more there are of some: thousands of the same
  /// mistake are one mistake.
  package func shortened() -> [Diagnostic] {
    var counts: [String: Int] = [:]
    var shown: [Diagnostic] = []
    var kinds: [Diagnostic] = []
    for diagnostic in self {
      let count = counts["\(diagnostic.severity) \(diagnostic.id)", default: 0] + 1
      counts["\(diagnostic.severity) \(diagnostic.id)"] = count
      if count <= Self.most { shown.append(diagnostic.withFewNotes(Self.most)) }
      if count == Self.most + 1 { kinds.append(diagnostic) }
    }
    return shown
      + kinds.map { kind in
        let count = counts["\(kind.severity) \(kind.id)", default: 0] - Self.most
        var more = Diagnostic(
          kind.id, kind.severity, cause: kind.cause, "\(count) more of this kind are not shown",
          hint: "--verbose shows all of them")
        more.omitted = count
        return more
      }
  }

  private static let most = 50
}

extension Diagnostic {
  fileprivate func withFewNotes(_ most: Int) -> Diagnostic {
    guard notes.count > most else { return self }
    var diagnostic = self
    diagnostic.notes = notes.prefix(most) + [Note("and \(notes.count - most) more")]
    return diagnostic
  }
}
