internal import BOSH
internal import Checks
package import Diagnostics
internal import InstanceGroups
internal import Machine
internal import Resources
internal import YAML

/// What an editor is told of a kustomization, or of a file that belongs to none: all that a build and its checks say.
///
/// Nothing is fetched, and no program is run.
package struct Analysis: Sendable {
  package let files: SourceFiles
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - directory: absolute.
  ///   - configuration: the `zonal.yaml` that holds there.
  package init(of directory: String, configuration: String?) {
    let options = Self.options(configuration)
    files = options.build.sourceFiles
    var rendering = Rendering()
    let set = Build(options: options.build).set(of: directory, shown: directory, files, rendering.report)
    let usage = Report()
    let run = CheckRun(options, files, sides: 1, usage)
    guard let set else {
      diagnostics = (usage.diagnostics + rendering.report.diagnostics).arranged(files).map(Self.softened)
      return
    }
    rendering.set = set
    let side = CheckedSide(of: rendering, directory, run)
    let rest = Report()
    AllowanceReview([side], run, isOfAll: false).report(to: rest)
    diagnostics = [usage, side.input, side.findings, rest].flatMap(\.diagnostics).arranged(files)
  }

  /// A file that no kustomization names.
  package init(ofFile path: String) {
    let options = Self.options(nil)
    files = options.build.sourceFiles
    let report = Report()
    if FilePath.lastComponent(path) == CheckLevels.fileName {
      _ = CheckRun(Self.options(path), files, sides: 1, report)
    } else if case .success(let bytes) = FileSystem.read(path, limit: files.sizeLimit) {
      let file = SourceFile(path: path, bytes: bytes)
      let documents = Composer.compose(file, index: files.add(file), report: report) ?? []
      for document in documents { Self.check(document, of: path, report) }
    }
    diagnostics = report.diagnostics.arranged(files)
  }

  private static func options(_ configuration: String?) -> Check.Options {
    var options = Check.Options()
    options.configuration = configuration
    options.looksForConfiguration = false
    return options
  }

  /// What the server may not run or fetch, and a build may with a flag: no mistake of the sources.
  private static let closed: Set = [
    "helm-not-enabled", "function-not-enabled", "network-not-enabled", "remote-resource",
  ]

  private static func softened(_ diagnostic: Diagnostic) -> Diagnostic {
    guard closed.contains(diagnostic.id) else { return diagnostic }
    var softer = diagnostic
    softer.severity = .info
    softer.notes.append(
      .init("so an editor is told nothing of what it would give, and no findings of checks"))
    return softer
  }

  /// What a document says by itself that it is.
  private static func check(_ document: Node, of path: String, _ report: Report) {
    if document.items?.contains(where: { $0["type"] != nil && $0["path"] != nil }) ?? false {
      _ = Operation.read(document, file: path, report)
    } else if document["kind"] != nil, document["apiVersion"] != nil {
      InputTypes.check(ResourceSet([Resource(object: document)]), report)
    }
  }

  /// The `zonal.yaml` of a directory or of the nearest above it, within the repository.
  package static func configuration(for directory: String) -> String? {
    CheckLevels.nearest(to: directory)
  }
}
