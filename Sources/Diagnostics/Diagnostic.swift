/// One thing that the user should know: what is wrong, where, and what to do about it.
///
/// It maps one to one onto a result of a KRM function (`message`, `severity`, `field`, `file`).
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable {
    case error, warning, info
    /// What is only said to who asks for it.
    case detail
  }

  /// What a mistake is about, which decides the exit code.
  package enum Cause: Sendable {
    /// What the user wrote.
    case input
    /// The machine: a file that can't be read or written, a tool that is missing.
    case system
  }

  package struct Note: Sendable, Hashable {
    package var text: String
    package var position: Position?

    package init(_ text: String, at position: Position? = nil) {
      self.text = text
      self.position = position
    }
  }

  /// A stable name of the rule, such as `unknown-field`.
  package var id: String
  package var severity: Severity
  package var cause: Cause
  /// States the rule and quotes the user's thing, on one line, without a full stop.
  package var summary: String
  package var position: Position?
  package var notes: [Note]
  /// What to do about it.
  package var hint: String?
  /// Whether it is about a Secret, so that what stands at its places is not shown, whatever file they are in.
  package var isSecret = false
  /// Whether it quotes what is there to be seen, such as the path of a file, also where secrets stand.
  package var quotesFiles = false
  /// How many others of its kind it stands for.
  package var omitted = 0

  package init(
    _ id: String, _ severity: Severity = .error, cause: Cause = .input, _ summary: String,
    at position: Position? = nil, notes: [Note] = [], hint: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.cause = cause
    self.summary = summary
    self.position = position
    self.notes = notes
    self.hint = hint
  }
}

extension Diagnostic {
  /// Of what mostly tells two apart.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(position)
    hasher.combine(summary)
    hasher.combine(notes.first?.text)
  }
}
