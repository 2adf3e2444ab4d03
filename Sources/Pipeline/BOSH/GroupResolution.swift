internal import BOSH
internal import Diagnostics
internal import YAML

/// One group of a deployment manifest with everything filled in, as `zonal instance-group` writes it.
public struct GroupResolution: Sendable {
  public struct Options: Sendable {
    /// Where `jobs-src` lies.
    public var baseDirectory = "."
    /// The name in place of the manifest's.
    public var deployment: String?
    /// Whether `instances` counts all zones, as in BOSH, and not each, as under Quarks.
    public var spreadsTotal = false
    /// Whether the first instance is the one that bootstraps (else the last).
    public var isInitialRollout = true
    /// Whether the scripts of `pre_render_scripts` may change the sources.
    public var runsScripts = false
    /// How long Ruby may take.
    public var timeLimit: Duration = .seconds(60)
    /// More bytes than this are read of no file.
    public var maxFileSize = InputLimits.fileSize

    public init() {}
  }

  private let report = Report()
  private let files: SourceFiles
  /// The group's manifest.
  public private(set) var group = Manifest()
  /// How the processes of its jobs are run; only when it was asked for.
  public private(set) var processes = Manifest()

  public var messages: Messages { Messages([report], files) }

  /// - Parameter withProcesses: whether `bpm.yml` of every job is rendered, too, for which Ruby is needed.
  public init(_ manifestPath: String, group name: String, withProcesses: Bool, options: Options) {
    files = SourceFiles(sizeLimit: options.maxFileSize)
    let reading = DeploymentReading(files: files, report: report)
    guard var manifest = reading.manifest(at: manifestPath) else { return }
    if let deployment = options.deployment { manifest.name.value = deployment }
    guard let group = reading.group(name, of: manifest), !report.hasErrors else { return }
    var scripts = options.scripts(report)
    scripts?.run(.groupResolver, of: manifest.groups.flatMap(\.jobs))
    guard !report.hasErrors else { return }
    let sources = ReleaseSources(options.baseDirectory, of: manifest, files, report)
    let tables = InstanceTables(
      of: manifest, isInitialRollout: options.isInitialRollout, spreadsTotal: options.spreadsTotal, files,
      report)
    let resolver = GroupResolver(manifest, sources, tables, runsScripts: options.runsScripts, report)
    guard let resolved = resolver.resolve(group, needsSources: true), !report.hasErrors else { return }
    self.group = Self.written(resolved.manifest(of: manifest.name.value))
    guard withProcesses else { return }
    scripts?.run(.bpm, of: group.jobs)
    guard !report.hasErrors else { return }
    var target = RenderTarget(resolved)
    target.onlyProcesses = true
    let rendering = TemplateRendering(
      deployment: manifest.name.value, timeLimit: options.timeLimit, files, report)
    guard let rendered = rendering.render([target])?.first else { return }
    processes = Self.written(resolved.processes(BPMProcesses.gather(rendered, files, report)))
  }

  /// Keys keep their order, for templates may go through them.
  private static func written(_ node: Node) -> Manifest {
    var emitter = Emitter(keepsOrder: true)
    emitter.emit(document: node)
    return Manifest(pieces: [emitter.bytes])
  }
}

extension GroupResolution.Options {
  /// What runs scripts, where it may.
  func scripts(_ report: Report) -> PreRenderScriptRun? {
    runsScripts ? PreRenderScriptRun(in: baseDirectory, timeLimit: timeLimit, report) : nil
  }
}
