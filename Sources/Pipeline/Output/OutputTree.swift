internal import Diagnostics
internal import Dispatch
internal import Machine
internal import Resources
internal import YAML

/// Writes what was built of several directories below one, each into a directory of its own.
public struct OutputTree: Sendable {
  public struct Options: Sendable {
    /// Where these are `nil`, a directory stays in the form in which it was written before.
    public var layout: OutputLayout?
    public var naming: OutputNaming?
    /// Whether to write a `kustomization.yaml` that lists the files, as Flux wants one.
    public var addsKustomization: Bool?
    /// Whether a BOSH manifest is built, too.
    public var isOfManifest = false
    /// Whether to replace and remove files that somebody changed, or that zonal did not write.
    public var isForced = false
    /// Whether to say where files were written or removed, and to end with 1 then.
    public var tellsChanges = false

    public init() {}

    func form(insteadOf old: OutputForm) -> OutputForm {
      OutputForm(
        layout: layout ?? old.layout, naming: naming ?? old.naming,
        hasKustomization: addsKustomization ?? old.hasKustomization, isOfManifest: isOfManifest)
    }
  }

  private let root: String
  private let options: Options

  public init(_ root: String, options: Options = Options()) {
    self.root = root
    self.options = options
  }

  public struct Result: Sendable {
    /// What the build had to say before, and what there is to say after writing.
    public let messages: Messages
    /// 0: all is written; 1: files were kept as they were, or changed where that is to be told, which the messages name;
    /// 2: an index is damaged; 3: something can't be written.
    public let exitCode: Int32
  }

  /// - Parameter names: the name of the directory of each rendering, in the outcome's order.
  public func write(_ outcome: Outcome, names: [String], progress: Progress? = nil) -> Result {
    let reports = outcome.renderings.map { _ in Report() }
    progress?.plan(outcome.renderings.count)
    DispatchQueue.concurrentPerform(iterations: outcome.renderings.count) { index in
      let directory = OutputDirectory(
        path: FilePath.join(root, names[index]), report: reports[index], files: outcome.files)
      do throws(WholeFile.Failure) {
        try directory.write(outcome.renderings[index], options)
      } catch {
        reports[index].add(
          Diagnostic(
            "unwritable-file", cause: .system, "\(error.path) can't be written: \(error.reason)",
            at: outcome.files.place(of: error.path),
            hint: "see that there is room, and that you may write there"))
      }
      progress?.finishStep()
    }
    let isToTell = options.tellsChanges && reports.contains { !$0.diagnostics.isEmpty }
    let isDamaged = reports.contains { $0.diagnostics.contains { $0.id == OutputIndex.damaged } }
    let code = Messages(reports, outcome.files).exitCode
    let messages = Messages(outcome.reports + reports, outcome.files, isVerbose: outcome.isVerbose)
    return Result(messages: messages, exitCode: !isDamaged && code == 2 || code == 0 && isToTell ? 1 : code)
  }
}
