package import Diagnostics

/// One thing that the lint looks for in a whole set of rendered objects.
///
/// A rule is one file in `Rules/`, one line in ``all``, and a folder of cases in `Tests/GoldenTests/checks`.
package struct Rule: Sendable {
  /// A stable name, by which the rule is turned off and on.
  package let id: String
  package let severity: Diagnostic.Severity
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
