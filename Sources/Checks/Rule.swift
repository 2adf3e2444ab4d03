package import Diagnostics

/// One thing that the lint looks for in a whole set of rendered objects.
///
/// A rule is one file in `Rules/`, one line in ``all``, and a folder of cases in `Tests/GoldenTests/checks`.
package struct Rule: Sendable {
  /// A stable name, by which the rule is turned off and on.
  package let id: String
  package private(set) var severity: Diagnostic.Severity
  /// What it finds, on one line and without a full stop.
  package let summary: String
  /// What comes of it when nobody mends it.
  package let reason: String
  /// Lines in which it finds something, and the same lines as they should be.
  package let example: (bad: String, good: String)
  /// Whether it is silent until somebody asks for it: what it finds is a matter of taste, or of policy.
  package let isOptIn: Bool
  package let scope: Scope
  let look: Look

  /// A rule that looks at a set as a whole.
  init(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String, because reason: String,
    bad: String, good: String, isOptIn: Bool = false, scope: Scope = .set,
    find: @escaping @Sendable (Inventory, Findings) -> Void
  ) {
    self.init(
      id, severity, summary, because: reason, bad: bad, good: good, isOptIn: isOptIn, scope: scope,
      Look(atSet: find))
  }

  /// A rule that looks at each of a list by itself.
  init<Element>(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String, because reason: String,
    bad: String, good: String, isOptIn: Bool = false, scope: Scope = .set, each list: Look.List<Element>,
    find: @escaping @Sendable (Element, Inventory, Findings) -> Void
  ) {
    self.init(
      id, severity, summary, because: reason, bad: bad, good: good, isOptIn: isOptIn, scope: scope,
      Look(atEach: list, find))
  }

  private init(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String, because reason: String,
    bad: String, good: String, isOptIn: Bool, scope: Scope, _ look: Look
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.reason = reason
    example = (bad, good)
    self.isOptIn = isOptIn
    self.scope = scope
    self.look = look
  }
}

extension Rule {
  /// What a rule has to see to tell that something is wrong.
  package enum Scope: Int, Comparable, Sendable {
    /// One object, whatever else there is.
    case object
    /// What belongs together in a set.
    case set
    /// All that is applied: a base by itself lacks what its overlays bring.
    case whole

    package static func < (a: Scope, b: Scope) -> Bool { a.rawValue < b.rawValue }
  }

  /// What a run makes of a rule.
  package enum Level: String, CaseIterable, Sendable {
    case off
    /// With its own severity.
    case on
    case info, warning, error

    /// - Parameter usual: the rule's own severity.
    /// - Returns: `nil` for a rule that is off.
    package func severity(usually usual: Diagnostic.Severity) -> Diagnostic.Severity? {
      switch self {
      case .off: nil
      case .on: usual
      case .info: .info
      case .warning: .warning
      case .error: .error
      }
    }
  }

  /// The rule of this name.
  package static func named(_ id: String) -> Rule? { all.first { $0.id == id } }

  /// - Parameter level: `nil` for what the rule is by itself.
  package func at(_ level: Level?) -> Rule? {
    guard let severity = (level ?? (isOptIn ? .off : .on)).severity(usually: severity) else { return nil }
    var rule = self
    rule.severity = severity
    return rule
  }
}
