internal import Checks
internal import Diagnostics

extension Check {
  /// A rule, as lists of them show it.
  public struct RuleDescription: Sendable {
    public let id: String
    /// `error`, `warning` or `info`.
    public let severity: String
    /// What it finds, on one line.
    public let summary: String
    /// What comes of it when nobody mends it.
    public let reason: String
    /// Whether it is silent until it is enabled.
    public let isOptIn: Bool
  }

  /// All of them, in the order of the documentation.
  public static let rules = Rule.all.map {
    RuleDescription(
      id: $0.id, severity: $0.severity.rawValue, summary: $0.summary, reason: $0.reason, isOptIn: $0.isOptIn)
  }
}

/// The names of rules that the user wrote.
struct RuleNames {
  private let named: [(flag: String, id: String)]

  init(_ options: Check.Options) {
    named =
      options.enabledRules.map { ("--enable", $0) } + options.disabledRules.map { ("--disable", $0) }
  }

  func check(_ files: SourceFiles, _ report: Report) {
    let known = Rule.all.map(\.id)
    for (flag, id) in named where !known.contains(id) {
      report.error(
        "unknown-rule", "there is no rule \"\(id)\"", at: files.place(of: "\(flag) \(id)"),
        hint: suggestion(for: id, among: known) ?? "zonal check --list-rules names them all")
    }
  }
}
