internal import BOSH
internal import Diagnostics
internal import InstanceGroups
internal import YAML

/// The files of one instance's jobs, as `zonal template-render` writes them in an init container of its pod.
public struct InstanceRendering: Sendable {
  /// Which instance it is, as its pod knows it.
  public struct Instance: Sendable {
    public var ordinal: Int
    /// From 1; 0, 1 or none in a group without zones.
    public var azIndex: Int?
    /// The instances in its zone; those by the manifest when absent.
    public var replicas: Int?
    public var ip: String

    public init(ordinal: Int, azIndex: Int?, replicas: Int?, ip: String) {
      self.ordinal = ordinal
      self.azIndex = azIndex
      self.replicas = replicas
      self.ip = ip
    }
  }

  /// A file below the output directory.
  public struct File: Sendable {
    public let path: String
    public let content: Manifest
    public let isExecutable: Bool
  }

  private let report = Report()
  private let files: SourceFiles
  public private(set) var rendered: [File] = []

  public var messages: Messages { Messages([report], files) }

  public init(
    _ manifestPath: String, group name: String, _ instance: Instance, options: GroupResolution.Options
  ) {
    files = SourceFiles(sizeLimit: options.maxFileSize)
    let reading = DeploymentReading(files: files, report: report)
    guard var manifest = reading.manifest(at: manifestPath) else { return }
    if let deployment = options.deployment { manifest.name.value = deployment }
    guard let group = reading.group(name, of: manifest), check(instance, group, manifest) else { return }
    resize(&manifest, group, to: instance, spreadsTotal: options.spreadsTotal)
    var scripts = options.scripts(report)
    scripts?.run(.groupResolver, of: manifest.groups.flatMap(\.jobs))
    guard !report.hasErrors else { return }
    let sources = ReleaseSources(options.baseDirectory, of: manifest, files, report)
    let tables = InstanceTables(
      of: manifest, isInitialRollout: options.isInitialRollout, spreadsTotal: options.spreadsTotal, files,
      report)
    let resolver = GroupResolver(manifest, sources, tables, runsScripts: options.runsScripts, report)
    guard let resolved = resolver.resolve(group, needsSources: true), !report.hasErrors else { return }
    var target = RenderTarget(resolved)
    target.ip = instance.ip
    target.rows = resolved.table.rows.filter {
      $0.azIndex == instance.zone && $0.ordinal == instance.ordinal
    }
    if target.rows.isEmpty {
      reportUnknown(instance, group)
      return
    }
    for phase in [PreRenderScriptRun.Phase.bpm, .jobs] { scripts?.run(phase, of: group.jobs) }
    guard !report.hasErrors else { return }
    let rendering = TemplateRendering(
      deployment: manifest.name.value, timeLimit: options.timeLimit, files, report)
    rendered = rendering.render([target])?.first?.instances.first?.files.map(File.init) ?? []
  }

  private func check(
    _ instance: Instance, _ group: DeploymentGroup, _ manifest: DeploymentManifest
  ) -> Bool {
    let range = group.azs.isEmpty ? 0...1 : 1...group.azs.count
    let zones = group.azs.enumerated().map { "\($0 + 1) is \($1.value)" }.joined(separator: ", ")
    if !range.contains(instance.azIndex ?? (group.azs.isEmpty ? 1 : 0)) {
      let number = instance.azIndex.map {
        "the group \"\(group.name.value)\" has no zone with the number \($0)"
      }
      report.error(
        "az-index-out-of-range",
        number ?? "the group \"\(group.name.value)\" has zones, and the pod's is not given",
        at: group.azs.first?.position ?? group.name.position, notes: zones.isEmpty ? [] : [.init(zones)],
        hint: "give --az-index from \(range.lowerBound) to \(range.upperBound)")
    }
    if instance.ordinal < 0 {
      report.error(
        "negative-number", "the pod's ordinal must not be negative, but is \(instance.ordinal)",
        hint: "give --pod-ordinal 0 or more")
    }
    return !report.hasErrors
  }

  /// A pod that runs is there, whatever the manifest's number of instances says.
  private func resize(
    _ manifest: inout DeploymentManifest, _ group: DeploymentGroup, to instance: Instance, spreadsTotal: Bool
  ) {
    let written = group.instances.value
    let zones = spreadsTotal ? max(group.azs.count, 1) : 1
    let zone = spreadsTotal ? instance.zone : 0
    // The remainder of a total goes to the first zones.
    let here = written / zones + (zone < written % zones ? 1 : 0)
    let count = max(instance.replicas ?? here, instance.ordinal + 1)
    for index in manifest.groups.indices where sameBytes(manifest.groups[index].name.value, group.name.value)
    {
      // Else the least total of which the pod's zone has so many.
      manifest.groups[index].instances.value = count == here ? written : (count - 1) * zones + zone + 1
    }
  }

  private func reportUnknown(_ instance: Instance, _ group: DeploymentGroup) {
    report.error(
      "unknown-instance", "the group \"\(group.name.value)\" has no instance \(instance.ordinal)",
      at: group.name.position,
      notes: [.init("an errand runs in one pod, whose ordinal is 0")], hint: "give --pod-ordinal 0")
  }
}

extension InstanceRendering.Instance {
  /// The place of its zone, from 0.
  fileprivate var zone: Int { max(azIndex ?? 1, 1) - 1 }
}

extension InstanceRendering.File {
  fileprivate init(_ file: RenderedFile) {
    path = file.path
    content = Manifest(pieces: [file.content])
    isExecutable = file.isExecutable
  }
}
