internal import Diagnostics
internal import Dispatch
internal import Layers
internal import Machine
internal import Resources
internal import YAML

/// Writes what was built of several directories below one, each into a directory of its own.
public struct OutputTree: Sendable {
  public struct Options: Sendable {
    public var layout: OutputLayout = .single
    public var naming: OutputNaming = .kind
    /// Whether to replace and remove files that somebody changed, or that zonal did not write.
    public var isForced = false
    /// Whether to write a `kustomization.yaml` that lists the files, as Flux wants one.
    public var addsKustomization = false

    public init() {}
  }

  private let root: String
  private let options: Options

  public init(_ root: String, options: Options = Options()) {
    self.root = root
    self.options = options
  }

  /// What there is to say after writing.
  public struct Result: Sendable {
    public let messages: Messages
    /// 0: all is written; 1: files were kept as they were, which the messages name; 3: something can't be written.
    public let exitCode: Int32
  }

  /// - Parameter names: the name of the directory of each part, in the outcome's order.
  public func write(_ outcome: Outcome, names: [String]) -> Result {
    let reports = outcome.parts.map { _ in Report() }
    DispatchQueue.concurrentPerform(iterations: outcome.parts.count) { index in
      let directory = OutputDirectory(
        path: FilePath.join(root, names[index]), report: reports[index], files: outcome.files)
      do throws(WholeFile.Failure) {
        try directory.write(rendered(outcome.parts[index]), isForced: options.isForced)
      } catch {
        reports[index].add(
          Diagnostic(
            "unwritable-file", cause: .system, "\(error.path) can't be written: \(error.reason)",
            at: outcome.files.place(of: error.path),
            hint: "see that there is room, and that you may write there"))
      }
    }
    let messages = Messages(reports, outcome.files)
    return Result(messages: messages, exitCode: messages.exitCode == 2 ? 1 : messages.exitCode)
  }

  private func rendered(_ part: Part) -> [OutputDirectory.File] {
    var files: [OutputDirectory.File]
    switch options.layout {
    case .single: files = [.init(name: "manifest.yaml", content: Array(part.manifest.pieces.joined()))]
    case .tree:
      files = zip(options.naming.names(of: part.set), ManifestWriter.documents(of: part.set)).map {
        .init(name: $0, content: $1)
      }
    }
    if options.addsKustomization { files.append(kustomization(of: files.map(\.name))) }
    return files
  }

  private func kustomization(of names: [String]) -> OutputDirectory.File {
    let node = Node.mapping([
      "apiVersion": .string(Kustomization.apiVersion), "kind": "Kustomization",
      "resources": .sequence(names.sorted(by: precedesBytewise).map { .string($0) }),
    ])
    return .init(name: "kustomization.yaml", content: Array(node.yaml.utf8))
  }
}
