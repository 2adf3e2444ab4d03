internal import Checks
internal import Diagnostics
internal import Resources

/// Looks over what kustomizations render to, or over rendered manifests, for what can't work; and whether what was
/// rendered of a kustomization is what it renders to.
public struct Check: Sendable {
  public struct Options: Sendable {
    /// How sides that are kustomizations are built.
    public var build = Build.Options()
    /// Rules to run that are silent by default.
    public var enabledRules: [String] = []
    /// Rules to leave out.
    public var disabledRules: [String] = []
    /// The file that says more of rules; `nil` for the nearest `zonal.yaml`.
    public var configuration: String?
    /// Whether that is looked for.
    var looksForConfiguration = true
    /// The directory below which sides that are kustomizations were rendered; `nil` for `output`, as far as there is one.
    public var output: String?
    /// The cluster that is to have what the sides render to; `nil` when that is not asked.
    public var live: Cluster?
    /// The cluster whose API server is asked for its opinion; `nil` for none.
    public var server: Cluster?

    public init() {}
  }

  public enum Format: String, Sendable, CaseIterable {
    case text, json, sarif, github
  }

  private let said: Report
  private let allowed: Report
  private let inputs: Messages
  private let hasFindings: Bool
  private let differences: [String]
  private let files: SourceFiles
  private let sides: [CheckedSide]

  /// - Parameter sides: each a directory or file, `-`, or one at a Git revision; each is a set of its own. Without any,
  ///   all that a build renders by itself (``Build/directories``), and nothing else may lie in the output.
  public init(_ sides: [String], options: Options, progress: Progress? = nil) {
    let usage = Report()
    let checked = sides.isEmpty ? Build.directories : sides
    let run = CheckRun(options, options.build.sourceFiles, sides: checked.count, usage)
    let count = usage.hasErrors ? 0 : checked.count
    progress?.plan(count)
    let looked = [CheckedSide](inParallel: count, if: true) { index in
      defer { progress?.finishStep() }
      return CheckedSide(checked[index], run)
    }
    self.init(looked, run, usage, isOfAll: sides.isEmpty)
  }

  /// Looks over what was built, without another reading, and not at what was rendered before.
  ///
  /// - Parameters:
  ///   - outcome: gets what is only remarked.
  ///   - directories: those of the build, as it was given them.
  public init(of outcome: inout Outcome, _ directories: [String]) {
    let usage = Report()
    let run = CheckRun(Options(), outcome.files, sides: outcome.renderings.count, usage)
    let renderings = usage.hasErrors ? [] : outcome.renderings
    let looked = [CheckedSide](inParallel: renderings.count, if: true) { index in
      CheckedSide(of: renderings[index], directories.isEmpty ? "" : directories[index], run)
    }
    self.init(looked, run, usage)
    for diagnostic in said.diagnostics where diagnostic.severity == .info { outcome.remarks.add(diagnostic) }
  }

  /// - Parameter isOfAll: whether the sides are all that there are.
  private init(_ sides: [CheckedSide], _ run: CheckRun, _ usage: Report, isOfAll: Bool = false) {
    files = run.files
    self.sides = sides
    let rest = Report()
    if isOfAll, !usage.hasErrors {
      OutputCheck.sayOrphans(of: sides.map(\.name), run.options.output, run.levels, files, rest)
    }
    if !usage.hasErrors { AllowanceReview(sides, run, isOfAll: isOfAll).report(to: rest) }
    inputs = Messages([usage] + sides.map(\.input), files)
    let findings = [rest] + run.outermost(sides).map(\.findings)
    hasFindings = findings.contains(where: \.hasMoreThanRemarks)
    differences = sides.flatMap(\.differences)
    said = Report()
    let all = ([usage] + sides.map(\.input) + findings).flatMap(\.diagnostics)
    for diagnostic in all where diagnostic.severity != .detail { said.add(diagnostic) }
    allowed = Report()
    for diagnostic in sides.flatMap(\.allowed.diagnostics) { allowed.add(diagnostic) }
  }

  /// 0: nothing but remarks; 1: something was found; 2: the input is wrong; 3: only the machine stands in the way.
  public var exitCode: Int32 {
    inputs.exitCode != 0 ? inputs.exitCode : hasFindings ? 1 : 0
  }

  public var messages: Messages { Messages([said], files) }

  /// What is to be shown of a run.
  public enum Subject: Sendable {
    /// Everything there is to say, of the input and of what it renders to.
    case findings
    /// What was found and is meant, with who allows it.
    case allowed
  }

  /// Remarks that few sets are without: what they name mostly comes from somewhere else.
  private static let counted = ["missing-config": "ConfigMaps and Secrets that pods need are not in this set"]

  /// - Parameter isVerbose: whether all is said that is of one kind.
  public func text(
    _ format: Format, of subject: Subject = .findings, colours: Bool = false, isVerbose: Bool = false
  ) -> String {
    let all = (subject == .findings ? said : allowed).diagnostics.arranged(files)
    let diagnostics = isVerbose ? all : all.shortened(counting: Self.counted)
    return switch format {
    case .text:
      TextRenderer(files: files, colours: colours).render(diagnostics)
        + (subject == .findings ? differences.joined() : "")
    case .json: JSONRenderer(files: files).render(diagnostics)
    case .github: GitHubRenderer(files: files).render(diagnostics)
    case .sarif:
      SARIFRenderer(
        files: files, version: Version.current,
        rules: Self.rules.map {
          SARIFRenderer.Rule(
            id: $0.id, severity: .init(rawValue: $0.severity) ?? .error, summary: $0.summary,
            reason: $0.reason)
        }
      ).render(diagnostics)
    }
  }
}
