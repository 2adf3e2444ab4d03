internal import Synchronization

/// Collects what a run has to say.
///
/// A mistake of the user's is reported and the work goes on, so that all mistakes of one run are shown
/// together; ``Stop`` is thrown where nothing sensible can follow.
package final class Report: Sendable {
  private let found = Mutex<[Diagnostic]>([])

  package init() {}

  package func add(_ diagnostic: Diagnostic) {
    found.withLock { $0.append(diagnostic) }
  }

  /// Adds what a part of the run collected by itself, keeping its order.
  package func add(contentsOf other: Report) {
    let diagnostics = other.diagnostics
    found.withLock { $0.append(contentsOf: diagnostics) }
  }

  package func error(
    _ id: String, _ summary: String, at position: Position? = nil, notes: [Diagnostic.Note] = [],
    hint: String? = nil
  ) {
    add(Diagnostic(id, .error, summary, at: position, notes: notes, hint: hint))
  }

  package func warning(
    _ id: String, _ summary: String, at position: Position? = nil, notes: [Diagnostic.Note] = [],
    hint: String? = nil
  ) {
    add(Diagnostic(id, .warning, summary, at: position, notes: notes, hint: hint))
  }

  /// Says what was passed over, to who asks for it.
  package func detail(_ id: String, _ summary: String, at position: Position? = nil, hint: String? = nil) {
    add(Diagnostic(id, .detail, summary, at: position, hint: hint))
  }

  /// All of it, in the order in which it was found; the same thing said twice is said once.
  package var diagnostics: [Diagnostic] {
    found.withLock { all in
      var said: Set<Diagnostic> = []
      return all.filter { said.insert($0).inserted }
    }
  }

  package var hasErrors: Bool { found.withLock { $0.contains { $0.severity == .error } } }

  /// Whether every error is the machine's, none the input's.
  package var isSystemFailure: Bool {
    found.withLock { all in
      let errors = all.filter { $0.severity == .error }
      return !errors.isEmpty && errors.allSatisfy { $0.cause == .system }
    }
  }
}

/// Ends the work on an input after its mistakes were reported.
package struct Stop: Error {
  package init() {}
}
