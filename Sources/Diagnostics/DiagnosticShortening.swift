extension [Diagnostic] {
  /// The first messages of each kind, and behind all of them how many more there are of some: thousands of the same
  /// mistake are one mistake.
  ///
  /// - Parameter counted: kinds of which several are one message with their number, and what it is a number of.
  package func shortened(counting counted: [String: String] = [:]) -> [Diagnostic] {
    counted.reduce(self) { $0.withNumber(of: $1.key, $1.value) }.limited()
  }

  private func withNumber(of id: String, _ what: String) -> [Diagnostic] {
    let places = indices.filter { self[$0].id == id && self[$0].severity == .info }
    guard let place = places.first, places.count > 1 else { return self }
    var first = self[place]
    let number = places.reduce(0) { $0 + Swift.max(1, self[$1].omitted) }
    first.notes = [Diagnostic.Note("this is the first: \(first.summary)")]
    first.summary = "\(number) \(what)"
    first.hint = "--verbose shows all of them"
    let rest = Set(places.dropFirst())
    return indices.filter { !rest.contains($0) }.map { $0 == place ? first : self[$0] }
  }

  private func limited() -> [Diagnostic] {
    var counts: [Kind: Int] = [:]
    var shown: [Diagnostic] = []
    var kinds: [Diagnostic] = []
    for diagnostic in self {
      let kind = Kind(id: diagnostic.id, severity: diagnostic.severity)
      let before = counts[kind, default: 0]
      let count = before + Swift.max(1, diagnostic.omitted)
      counts[kind] = count
      if count <= Self.most { shown.append(diagnostic.withFewNotes(Self.most)) }
      if before <= Self.most, count > Self.most { kinds.append(diagnostic) }
    }
    return shown
      + kinds.map { kind in
        let count = counts[Kind(id: kind.id, severity: kind.severity), default: 0] - Self.most
        return kind.standing(for: count, hint: "--verbose shows all of them")
      }
  }

  private static let most = 50
}

private struct Kind: Hashable {
  let id: String
  let severity: Diagnostic.Severity
}

extension Diagnostic {
  /// In the place of so many of its kind.
  func standing(for count: Int, hint: String? = nil) -> Diagnostic {
    var more = Diagnostic(id, severity, cause: cause, "\(count) more of this kind are not shown", hint: hint)
    more.omitted = count
    return more
  }

  fileprivate func withFewNotes(_ most: Int) -> Diagnostic {
    guard notes.count > most else { return self }
    var diagnostic = self
    diagnostic.notes = notes.prefix(most) + [Note("and \(notes.count - most) more")]
    return diagnostic
  }
}
