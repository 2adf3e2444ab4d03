internal import Adoption
internal import Changes
internal import Diagnostics
internal import Layers
internal import Machine
internal import Resources

/// Writes instance groups from what runs, and proves that they are what runs.
public struct Adopting: Sendable {
  public struct Request: Sendable {
    /// Directories, files, `-` or revisions, as for a comparison.
    public var inputs: [String] = []
    /// Whose objects are read, besides the inputs.
    public var cluster: Cluster?
    /// Which of the cluster's namespaces; that of kubectl's context when absent.
    public var namespace: String?
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

  public let messages: Messages
  private let request: Request
  private let files: [(path: String, bytes: [UInt8])]
  private let proof: AdoptionProof?
  private let summary: AdoptionSummary

  public init(_ request: Request, options: Build.Options) {
    let read = options.sourceFiles
    let report = Report()
    self.request = request
    var files: [(path: String, bytes: [UInt8])] = []
    var proof: AdoptionProof?
    var sources = AdoptedSources()
    if let set = RunningSet.read(request, options, read, report),
      Self.mayWrite(request, read, report),
      let found = Adoption(of: set, request.options, report).sources()
    {
      sources = found
      files = AdoptedFiles(found, read).files
      proof = AdoptionProof(files, of: set, shown: request.output, options, report)
    }
    (self.files, self.proof) = (files, proof)
    summary = AdoptionSummary(sources, in: request.output)
    messages = Messages([report], read)
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
  public var isExact: Bool { messages.exitCode == 0 && proof?.isExact == true }

  /// What was found and left over, and the proof: what `zonal plan` and `zonal diff` say.
  public var text: String {
    guard let proof else { return "" }
    return summary.text + proof.text + summary.ending(isExact: isExact, files: files.count)
  }

  /// Writes the files; there are none when something failed.
  public func write() throws(OutputFile.Failure) {
    guard isExact else { return }
    for file in files {
      try OutputFile.write(
        Manifest(pieces: [file.bytes]), to: FilePath.join(request.output, file.path))
    }
  }
}
