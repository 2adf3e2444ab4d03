internal import Adoption
internal import Changes
internal import Diagnostics
internal import Machine
internal import Resources
internal import YAML

/// Writes instance groups from what runs, and proves that they are what runs.
public struct Adopting: Sendable {
  public struct Request: Sendable {
    /// Directories, files, `-` or revisions, as for a comparison.
    public var inputs: [String] = []
    /// Whose objects are read, besides the inputs.
    public var cluster: Cluster?
    /// Which of the cluster's namespaces; that of kubectl's context when absent.
    public var namespace: String?
    /// A directory whose kustomizations are adopted, instead of inputs.
    public var kustomizations: String?
    /// The directory to be written.
    public var output = ""
    /// Workloads that are one group, by its name.
    public var groups: [(name: String, members: [String])] = []
    /// The zones with the values of their nodes' label, in their order.
    public var zones: [(name: String, nodeValue: String)] = []
    /// Whether the directory may be there already.
    public var isForced = false

    public init() {}

    fileprivate var options: Adoption.Options {
      var options = Adoption.Options()
      options.groups = groups.map { .init(name: $0.name, members: $0.members) }
      options.zones = zones.map { .init(name: $0.name, nodeValue: $0.nodeValue) }
      return options
    }
  }

  public private(set) var messages: Messages
  private let request: Request
  private var files: [AdoptedFile] = []
  private var proofs: [AdoptionProof] = []
  private var summary: AdoptionSummary

  public init(_ request: Request, options: Build.Options) {
    let read = options.sourceFiles
    let report = Report()
    self.request = request
    summary = AdoptionSummary(AdoptedSources(), in: request.output)
    messages = Messages([], read)
    defer { messages = Messages([report], read) }
    guard Self.mayWrite(request, read, report) else { return }
    if let root = request.kustomizations {
      guard let adopted = AdoptedKustomizations(root, request.options, options, read, report) else { return }
      (files, proofs) = (adopted.files, adopted.proofs)
      summary = AdoptionSummary(adopted.sources, in: request.output, reasonToExpand: adopted.reasonToExpand)
      return
    }
    guard let set = RunningSet.read(request, options, read, report),
      let sources = Adoption(of: set, request.options, report).sources()
    else { return }
    files = AdoptedFiles(sources, read).files
    summary = AdoptionSummary(sources, in: request.output)
    guard let written = WrittenTree(files, report) else { return }
    defer { written.close() }
    switch written.set(of: ".", shown: request.output, options) {
    case .success(let built): proofs = [AdoptionProof(running: set, built: built)]
    case .failure(let refusal):
      // What is wrong with what was written is no mistake of the user's.
      report.error(
        "adoption-failed", "what was found can't be built: \(refusal.reason)",
        at: read.place(of: request.output),
        hint: "name the workloads of a group with --group, or adopt fewer objects at a time")
    }
  }

  /// A directory that holds something is somebody's.
  private static func mayWrite(_ request: Request, _ files: SourceFiles, _ report: Report) -> Bool {
    let kind = FileSystem.kind(of: request.output)
    if kind == nil || kind == .directory && FileSystem.names(in: request.output).isEmpty { return true }
    if kind == .directory && request.isForced { return true }
    report.error(
      "output-exists",
      kind == .directory
        ? "the directory \"\(request.output)\" is there already"
        : "\"\(request.output)\" is no directory",
      at: files.place(of: request.output),
      hint: kind == .directory
        ? "name another one, or let its files be replaced with --force" : "name a directory")
    return false
  }

  /// Whether nothing happens to what runs when the sources are applied.
  public var isExact: Bool {
    messages.exitCode == 0 && !proofs.isEmpty && proofs.allSatisfy(\.isExact)
  }

  /// What was found and left over, and the proof: what `zonal plan` and `zonal diff` say.
  public var text: String {
    guard !proofs.isEmpty else { return "" }
    return summary.text + proofs.map(\.text).joined(separator: "\n")
      + summary.ending(proofs.lazy.compactMap(\.difference).first, files: files.count)
  }

  /// Writes the files, and words the text meanwhile.
  public func finish() throws(OutputFile.Failure) -> String {
    let (words, written) = sideBySide(if: isExact) {
      text
    } _: {
      Result { () throws(OutputFile.Failure) in try write() }
    }
    try written.get()
    return words
  }

  /// Writes the files; there are none when something failed.
  public func write() throws(OutputFile.Failure) {
    guard isExact else { return }
    var directories: [(path: String, files: [(name: String, content: [UInt8])])] = []
    for file in files {
      let place = FilePath.join(request.output, file.path)
      let directory = FilePath.directory(of: place)
      if directories.last.map({ !sameBytes($0.path, directory) }) ?? true {
        directories.append((directory, []))
      }
      directories[directories.count - 1].files.append((FilePath.lastComponent(place), file.bytes))
    }
    do throws(WholeFile.Failure) {
      for directory in directories { try WholeFile.write(directory.files, into: directory.path) }
    } catch {
      throw OutputFile.Failure(error)
    }
  }
}
