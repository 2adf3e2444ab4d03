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
  /// Whether it is silent until somebody asks for it: what it finds is a matter of taste, or of policy.
  package let isOptIn: Bool
  let find: @Sendable (Inventory, Findings) -> Void

  init(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String, because reason: String,
    isOptIn: Bool = false, find: @escaping @Sendable (Inventory, Findings) -> Void
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.reason = reason
    self.isOptIn = isOptIn
    self.find = find
  }
}

extension Rule {
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
