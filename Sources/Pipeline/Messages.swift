internal import Diagnostics

/// What a run has to say, ready to be shown.
public struct Messages: Sendable {
  private let report: Report
  private let files: SourceFiles

  init(_ reports: [Report], _ files: SourceFiles, isVerbose: Bool = false) {
    let joined = Report()
    let said = reports.flatMap(\.diagnostics).filter { isVerbose || $0.severity != .detail }
    for diagnostic in said.arranged(files) { joined.add(diagnostic) }
    report = joined
    self.files = files
  }

  private init(_ diagnostics: [Diagnostic], _ files: SourceFiles) {
    report = Report()
    for diagnostic in diagnostics { report.add(diagnostic) }
    self.files = files
  }

  /// A mistake on the command line.
  ///
  /// - Parameter hint: where to read what is right.
  public init(usage summary: String, hint: String?) {
    self.init([Diagnostic("usage", .error, summary, hint: hint)], SourceFiles())
  }

  /// What a word was probably meant to be.
  ///
  /// - Parameter otherwise: opens the list of all candidates where none is near.
  /// - Returns: `did you mean "a"?`; `nil` when nothing is near and nothing opens the list.
  public static func suggestion(
    for word: String, among candidates: [String], otherwise: String? = nil
  ) -> String? {
    Diagnostics.suggestion(for: word, among: candidates, otherwise: otherwise)
  }

  /// What the machine refused, after which nothing goes on.
  ///
  /// - Parameter path: the file that it is about.
  public init(refused id: String, _ summary: String, path: String? = nil, hint: String? = nil) {
    let files = SourceFiles()
    self.init(
      [Diagnostic(id, cause: .system, summary, at: path.map(files.place(of:)), hint: hint)], files)
  }

  /// With what the machine refused in the end.
  public func followed(by refusal: Messages) -> Messages {
    Messages(
      report.diagnostics
        + refusal.report.diagnostics.map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.position = diagnostic.position.map { files.place(of: refusal.files[$0.file].path) }
          return diagnostic
        }, files)
  }

  /// Looks for what helps with every message from now on: otherwise only the first of a kind have a hint.
  public static func helpWithAll() { Report.helpWithAll() }

  /// 0: nothing is wrong; 2: the input is wrong; 3: only the machine stands in the way.
  public var exitCode: Int32 {
    guard report.hasErrors else { return 0 }
    return report.isSystemFailure ? 3 : 2
  }

  public var isEmpty: Bool { report.diagnostics.isEmpty }

  /// Without warnings and remarks.
  public var errors: Messages { Messages(report.diagnostics.filter { $0.severity == .error }, files) }

  /// Without the warnings of these ids.
  public func withoutWarnings(_ ids: [String]) -> Messages {
    if ids.isEmpty { return self }
    return Messages(report.diagnostics.filter { $0.severity != .warning || !ids.contains($0.id) }, files)
  }

  /// With a number in the place of all but the first of each kind.
  public var shortened: Messages { Messages(report.diagnostics.shortened(), files) }

  /// - Parameter colours: whether to write ANSI colours.
  public func text(colours: Bool) -> String {
    TextRenderer(files: files, colours: colours).render(report.diagnostics)
  }

  /// A JSON array with one object for each message.
  public var json: String { JSONRenderer(files: files).render(report.diagnostics) }

  public var sarif: String {
    SARIFRenderer(files: files, version: Version.current, rules: []).render(report.diagnostics)
  }

  /// Commands of a GitHub workflow.
  public var github: String { GitHubRenderer(files: files).render(report.diagnostics) }
}
