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
    /// Lines in which it finds something, and the same lines as they should be; `nil` where it is not about lines.
    public let example: Example?
    /// Whether it is silent until it is enabled.
    public let isOptIn: Bool
  }

  public struct Example: Sendable {
    public let bad: String
    public let good: String
  }

  /// All of them, in the order of the documentation.
  public static let rules: [RuleDescription] = outputRules + setRules

  /// Those that compare rendered output, or a cluster, with its sources.
  public static let outputRules: [RuleDescription] = OutputRule.allCases.map {
    RuleDescription(
      id: $0.rawValue, severity: $0.severity.rawValue, summary: $0.summary, reason: $0.reason,
      example: nil, isOptIn: false)
  }

  /// Those that look over a set of objects.
  public static let setRules: [RuleDescription] = Rule.all.map {
    RuleDescription(
      id: $0.id, severity: $0.severity.rawValue, summary: $0.summary, reason: $0.reason,
      example: Example(bad: $0.example.bad, good: $0.example.good), isOptIn: $0.isOptIn)
  }
}

/// What can be wrong with rendered output that belongs to sources, with what a cluster makes of it, and with what
/// somebody said is meant.
enum OutputRule: String, CaseIterable, Sendable {
  case interrupted = "interrupted-output"
  case stale = "stale-output"
  case edited = "edited-output"
  case foreign = "foreign-output"
  case drift = "cluster-drift"
  case refused = "server-refuses"
  case warned = "server-warns"
  case unusedAllowance = "unused-allowance"

  var severity: Diagnostic.Severity {
    switch self {
    case .interrupted, .stale, .edited, .foreign, .drift, .refused: .error
    case .warned: .warning
    case .unusedAllowance: .info
    }
  }

  var summary: String {
    switch self {
    case .interrupted: "Rendered output whose writing was interrupted"
    case .stale: "Rendered output that is not what its sources render to"
    case .edited: "A rendered file that somebody changed"
    case .foreign: "A file that zonal did not write where it would write one"
    case .drift: "Objects that the cluster has otherwise than their sources render them (with `--live`)"
    case .refused: "An object that the API server refuses in a dry run (with `--server`)"
    case .warned: "What the API server warns of in a dry run (with `--server`)"
    case .unusedAllowance: "Something that is allowed and that no rule finds"
    }
  }

  var reason: String {
    switch self {
    case .interrupted: "Some files are new and some are old; `zonal build` finishes the work."
    case .stale: "What is reviewed and applied is not what the sources say."
    case .edited: "The change is lost with the next build, or keeps the build from writing the file."
    case .foreign: "The build leaves it alone, and what was to be there is not."
    case .drift: "The next apply takes back what somebody changed by hand, or what runs was never applied."
    case .refused: "The apply fails, possibly halfway."
    case .warned: "Mostly a version of an API that goes, or a pod that a stricter namespace would refuse."
    case .unusedAllowance: "It would hide the next mistake of this kind in this place."
    }
  }
}
