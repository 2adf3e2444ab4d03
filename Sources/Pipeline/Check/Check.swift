internal import Checks
internal import Diagnostics
internal import Dispatch
internal import Layers
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
  private let inputs: Messages
  private let hasFindings: Bool
  private let differences: [String]
  private let files: SourceFiles

  /// - Parameter sides: each a directory or file, `-`, or one at a Git revision; each is a set of its own. Without any,
  ///   all that a build renders by itself (``Build/directories``), and nothing else may lie in the output.
  public init(_ sides: [String], options: Options, progress: Progress? = nil) {
    let files = options.build.sourceFiles
    let usage = Report()
    let orphans = Report()
    let levels = CheckLevels(options, files, usage)
    let checked = sides.isEmpty ? Build.directories : sides
    let slots = Slots<CheckedSide>(count: checked.count)
    if !usage.hasErrors {
      let lint = Lint(levels.levels, definitions: levels.definitions)
      progress?.plan(checked.count)
      DispatchQueue.concurrentPerform(iterations: checked.count) { index in
        slots[index] = CheckedSide(checked[index], options, levels, lint, files)
        progress?.finishStep()
      }
      if sides.isEmpty { OutputCheck.sayOrphans(of: checked, options.output, levels, files, orphans) }
    }
    self.files = files
    let results = slots.values
    inputs = Messages([usage] + results.map(\.input), files)
    let findings = [orphans] + results.map(\.findings)
    hasFindings = findings.contains { $0.diagnostics.contains { $0.severity != .info } }
    differences = results.flatMap(\.differences)
    said = Report()
    let all = ([usage] + results.map(\.input) + findings).flatMap(\.diagnostics)
    for diagnostic in all where diagnostic.severity != .detail { said.add(diagnostic) }
  }

  /// 0: nothing but remarks; 1: something was found; 2: the input is wrong; 3: only the machine stands in the way.
  public var exitCode: Int32 {
    inputs.exitCode != 0 ? inputs.exitCode : hasFindings ? 1 : 0
  }

  /// Everything there is to say, of the input and of what it renders to.
  ///
  /// - Parameter isVerbose: whether all is said that is of one kind.
  public func text(_ format: Format, colours: Bool = false, isVerbose: Bool = false) -> String {
    let all = said.diagnostics.arranged(files)
    let diagnostics = isVerbose ? all : all.shortened()
    return switch format {
    case .text:
      TextRenderer(files: files, colours: colours).render(diagnostics) + differences.joined()
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
