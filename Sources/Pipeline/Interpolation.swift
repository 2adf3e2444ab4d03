internal import BOSH
internal import Diagnostics
internal import Machine
internal import YAML

/// `bosh interpolate`: a manifest, changed by ops files and with the values of its variables.
public struct ManifestInterpolation: Sendable {
  public struct Options: Sendable {
    /// A file, or `-` for standard input.
    public var manifest: String
    public var opsFiles: [String] = []
    /// `NAME=VALUE`, the value as YAML.
    public var variables: [String] = []
    public var variablesFiles: [String] = []
    /// `NAME=PATH`: the content of a file as a text.
    public var variableFiles: [String] = []
    /// Prefixes of environment variables.
    public var environmentPrefixes: [String] = []
    /// Where generated values are kept.
    public var store: String?
    /// The part to show, instead of all.
    public var path: String?
    public var requiresValues = false
    public var requiresUse = false
    /// More bytes than this are read of no file.
    public var maxFileSize = InputLimits.fileSize
    /// How many bytes can be made of what is read, besides a share of it.
    public var maxGrowth = InputLimits.growth

    public init(manifest: String) {
      self.manifest = manifest
    }
  }

  public struct Outcome: Sendable {
    /// Empty when there were errors.
    public internal(set) var manifest = Manifest()
    public let messages: Messages
    fileprivate var store: GeneratedStore?
    fileprivate var lock: StoreLock?
    /// Kept until the process ends, which is sooner than the trees would be freed.
    fileprivate var kept: (read: Node, changed: Node, Interpolation)?

    /// Writes generated values to their file, readable by nobody else; does nothing when none were generated.
    public func writeStore() throws(OutputFile.Failure) {
      try store?.write(lock)
      lock?.release()
    }
  }

  private let options: Options

  public init(options: Options) {
    self.options = options
  }

  public func run() -> Outcome {
    let files = SourceFiles(sizeLimit: options.maxFileSize, growthLimit: options.maxGrowth)
    let report = Report()
    let inputs = InterpolationInputs(files: files, report: report)
    let lock = options.store.map(StoreLock.init)
    let (manifest, operations) = inputs.manifest(options)
    var interpolation = Interpolation(
      operations, values: inputs.values(options), store: options.store.flatMap(inputs.store),
      growth: files.growth, report: report)
    interpolation.requiresValues = options.requiresValues
    interpolation.requiresUse = options.requiresUse
    let path = options.path.flatMap { inputs.path($0) }
    guard let manifest, !report.hasErrors else {
      lock?.release()
      return Outcome(messages: Messages([report], files))
    }
    let result = interpolation.apply(to: manifest)
    interpolation.parts.forEach(files.keepSecret)
    let shown = report.hasErrors ? nil : path.map { inputs.find($0, in: result) } ?? result
    let store = interpolation.store
    var outcome = Outcome(
      messages: Messages([report], files), lock: lock, kept: (manifest, result, interpolation))
    guard let shown, !report.hasErrors else { return outcome }
    outcome.manifest = Self.text(shown, isPart: path != nil)
    if let store, store.hasChanged {
      outcome.store = GeneratedStore(content: Manifest(bosh: store.document))
    }
    return outcome
  }

  /// A part that is a text is shown as it is: a key or a certificate is of no use as YAML.
  private static func text(_ node: Node, isPart: Bool) -> Manifest {
    if isPart, let text = node.string { return Manifest(text + "\n") }
    return Manifest(bosh: node)
  }
}

extension Manifest {
  /// A document as BOSH writes it. What stands at its top is written in parallel.
  init(bosh document: Node) {
    let pairs = document.mapping?.pairs.sorted { Dialect.bosh.writes($0.key, before: $1.key) } ?? []
    let parts = pairs.isEmpty ? [document] : pairs.map { Node.mapping(Mapping([$0])) }
    self.init(pieces: Array(inParallel: parts.count, if: true) { Self.bytes(parts[$0]) })
  }

  private static func bytes(_ document: Node) -> [UInt8] {
    var emitter = Emitter(dialect: .bosh)
    emitter.emit(document: document)
    return emitter.bytes
  }
}
