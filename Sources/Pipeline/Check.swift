internal import Checks
internal import Diagnostics
internal import Dispatch
internal import Layers
internal import Resources

/// Looks over what kustomizations render to, or over rendered manifests, for what can't work.
public struct Check: Sendable {
  public struct Options: Sendable {
    /// How sides that are kustomizations are built.
    public var build = Build.Options()
    /// Rules to run that are silent by default.
    public var enabledRules: [String] = []
    /// Rules to leave out.
    public var disabledRules: [String] = []

    public init() {}
  }

  public enum Format: String, Sendable, CaseIterable {
    case text, json, sarif, github
  }

  private let said: Report
  private let inputs: Messages
  private let hasFindings: Bool
  private let files: SourceFiles

  /// - Parameter sides: each a directory or file, `-`, or one at a Git revision; each is a set of its own.
  public init(_ sides: [String], options: Options) {
    let files = SourceFiles()
    let usage = Report()
    RuleNames(options).check(files, usage)
    let lint = Lint(enabling: Set(options.enabledRules), disabling: Set(options.disabledRules))
    let looked = Slots<Looked>(count: sides.count)
    if !usage.hasErrors {
      DispatchQueue.concurrentPerform(iterations: sides.count) { index in
        looked[index] = Looked(sides[index], options.build, lint, files)
      }
    }
    let sides = usage.hasErrors ? [] : looked.values
    self.files = files
    inputs = Messages([usage] + sides.map(\.input), files)
    let findings = sides.map(\.findings)
    hasFindings = findings.contains { $0.diagnostics.contains { $0.severity != .info } }
    said = Report()
    let all = ([usage] + sides.map(\.input) + findings).flatMap(\.diagnostics)
    for diagnostic in all where diagnostic.severity != .detail { said.add(diagnostic) }
  }

  /// 0: nothing but remarks; 1: something was found; 2: the input is wrong; 3: only the machine stands in the way.
  public var exitCode: Int32 {
    inputs.exitCode != 0 ? inputs.exitCode : hasFindings ? 1 : 0
  }

  /// Everything there is to say, of the input and of what it renders to.
  public func text(_ format: Format, colours: Bool = false) -> String {
    let diagnostics = said.diagnostics.arranged(files)
    return switch format {
    case .text: TextRenderer(files: files, colours: colours).render(diagnostics)
    case .json: JSONRenderer(files: files).render(diagnostics)
    case .github: GitHubRenderer(files: files).render(diagnostics)
    case .sarif:
      SARIFRenderer(
        files: files, version: Version.current,
        rules: Rule.all.map {
          SARIFRenderer.Rule(id: $0.id, severity: $0.severity, summary: $0.summary, reason: $0.reason)
        }
      ).render(diagnostics)
    }
  }
}

/// What was found on one side, apart from what was wrong with reading it.
private struct Looked: Sendable {
  let input: Report
  let findings = Report()

  init(_ side: String, _ options: Build.Options, _ lint: Lint, _ files: SourceFiles) {
    input = Report()
    guard let set = ComparedSide(side, options, files, input).set(), !input.hasErrors else { return }
    let found = Report()
    lint.check(set, found)
    // A build warns of some of this itself, where the group is known.
    let known = Set(input.diagnostics.map { Finding($0) })
    for diagnostic in found.diagnostics where !known.contains(Finding(diagnostic)) {
      findings.add(diagnostic)
    }
  }

  private struct Finding: Hashable {
    let id: String
    let position: Position?

    init(_ diagnostic: Diagnostic) {
      id = diagnostic.id
      position = diagnostic.position
    }
  }
}
