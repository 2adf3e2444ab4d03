internal import Synchronization

/// Collects what a run has to say.
///
/// A mistake of the user's is reported and the work goes on, so that all mistakes of one run are shown
/// together; ``Stop`` is thrown where nothing sensible can follow.
package final class Report: Sendable {
  private struct Found {
    var all: [Diagnostic] = []
    /// How many there are of each kind.
    var counts: [String: Int] = [:]
    var hasErrors = false
    /// How many were not kept of a kind, with the first of them.
    var dropped: [String: (first: Diagnostic, count: Int)] = [:]

    mutating func add(_ diagnostic: Diagnostic) {
      let count = counts[diagnostic.id, default: 0] + 1
      counts[diagnostic.id] = count
      hasErrors = hasErrors || diagnostic.severity == .error
      if count <= Report.mostOfAKind { return all.append(diagnostic) }
      dropped[diagnostic.id, default: (diagnostic, 0)].count += max(1, diagnostic.omitted)
    }
  }

  private let found = Mutex(Found())
  /// Nobody reads more, and a small tree may say the same of each of very many things.
  package static let mostOfAKind = 100_000

  /// How many messages of a kind are said with what helps.
  private let mostWithHints: Int

  package init(mostWithHints: Int = Report.mostWithHints) { self.mostWithHints = mostWithHints }

  package func add(_ diagnostic: Diagnostic) {
    found.withLock { $0.add(diagnostic) }
  }

  /// Adds what a part of the run collected by itself, keeping its order.
  ///
  /// - Parameter id: of what is said once, however many parts say it.
  package func add(contentsOf other: Report, once id: String? = nil) {
    guard !other.isEmpty else { return }
    let diagnostics = other.diagnostics
    found.withLock { found in
      for diagnostic in diagnostics where diagnostic.id != id || found.counts[diagnostic.id] == nil {
        found.add(diagnostic)
      }
    }
  }

  private var isEmpty: Bool { found.withLock { $0.counts.isEmpty } }

  /// Whether so many messages of one kind were added that what helps need not be looked for: only the first are shown
  /// with it, and to look among thousands of names for each of thousands of messages takes long.
  package func isCrowded(by id: String) -> Bool {
    guard !Self.isThorough.load(ordering: .relaxed) else { return false }
    return found.withLock { ($0.counts[id] ?? 0) >= mostWithHints }
  }

  package static let mostWithHints = 200
  private static let isThorough = Atomic<Bool>(false)

  /// Looks for what helps with every message from now on, because all of them will be shown.
  package static func helpWithAll() { isThorough.store(true, ordering: .relaxed) }

  package func has(_ id: String) -> Bool { found.withLock { $0.counts[id] != nil } }

  package func error(
    _ id: String, _ summary: String, at position: Position? = nil, notes: [Diagnostic.Note] = [],
    hint: @autoclosure () -> String? = nil
  ) {
    let hint = isCrowded(by: id) ? nil : hint()
    add(Diagnostic(id, .error, summary, at: position, notes: notes, hint: hint))
  }

  package func warning(
    _ id: String, _ summary: String, at position: Position? = nil, notes: [Diagnostic.Note] = [],
    hint: @autoclosure () -> String? = nil
  ) {
    let hint = isCrowded(by: id) ? nil : hint()
    add(Diagnostic(id, .warning, summary, at: position, notes: notes, hint: hint))
  }

  /// Says what was passed over, to who asks for it.
  package func detail(_ id: String, _ summary: String, at position: Position? = nil, hint: String? = nil) {
    add(Diagnostic(id, .detail, summary, at: position, hint: hint))
  }

  /// All of it, in the order in which it was found; the same thing said twice is said once.
  package var diagnostics: [Diagnostic] {
    let (kept, dropped) = found.withLock { ($0.all, $0.dropped) }
    let all = kept + dropped.sorted { $0.key < $1.key }.map { $0.value.first.standing(for: $0.value.count) }
    var said: Set<Diagnostic> = []
    return all.filter { said.insert($0).inserted }
  }

  package var hasMoreThanRemarks: Bool {
    found.withLock { $0.all.contains { $0.severity != .info } }
  }

  package var hasErrors: Bool { found.withLock { $0.hasErrors } }

  /// Whether every error is the machine's, none the input's.
  package var isSystemFailure: Bool {
    let errors = found.withLock { $0.all.filter { $0.severity == .error } }
    return !errors.isEmpty && errors.allSatisfy { $0.cause == .system }
  }
}

/// Ends the work on an input after its mistakes were reported.
package struct Stop: Error {
  package init() {}
}
