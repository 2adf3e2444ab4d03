package import Diagnostics
internal import InstanceGroups
package import Resources
internal import YAML

/// Makes instance groups, and what belongs to them, of a deployment manifest.
///
/// ```
/// manifest → jobs with their processes → InstanceGroup objects, Secrets of rendered files
/// ```
///
/// From there on they are groups like any other: overlays have no part in them, but the Topology has.
package struct DeploymentConversion {
  package struct Options: Sendable {
    /// Where `jobs-src` lies; without it processes come from the manifest alone.
    package var baseDirectory: String?
    package var isInitialRollout = true
    /// Whether `instances` counts all zones, as in BOSH, and not each, as under Quarks.
    package var spreadsTotal = false
    /// Whether groups of which nothing says what they run are left out.
    package var skipsGroupsWithoutProcesses = false
    package var namespace: String?
    /// Whether the scripts of `pre_render_scripts` may change the sources.
    package var runsScripts = false
    /// How long Ruby may take, and each of the scripts.
    package var timeLimit: Duration = .seconds(60)

    package init() {}
  }

  let options: Options
  let files: SourceFiles
  let report: Report

  package init(options: Options, _ files: SourceFiles, _ report: Report) {
    self.options = options
    self.files = files
    self.report = report
  }

  /// - Parameter topology: the Topology of the same build.
  /// - Returns: what the groups become, the groups themselves last; of no use after errors.
  package func resources(of manifest: DeploymentManifest, topology: Resource?) -> [Resource] {
    var scripts = options.scripts(report)
    scripts?.run(.groupResolver, of: manifest.groups.flatMap(\.jobs))
    guard !report.hasErrors else { return [] }
    let sources = ReleaseSources(options.baseDirectory, of: manifest, files, report)
    let tables = InstanceTables(
      of: manifest, isInitialRollout: options.isInitialRollout, spreadsTotal: options.spreadsTotal,
      topology: topology, files, report)
    let selection = ProcessSelection(
      sources: sources, skips: options.skipsGroupsWithoutProcesses, report: report)
    let resolver = GroupResolver(manifest, sources, tables, runsScripts: scripts != nil, report)
    let resolved = selection.groups(of: manifest).compactMap { resolver.resolve($0, needsSources: false) }
    for phase in [PreRenderScriptRun.Phase.bpm, .jobs] where !report.hasErrors {
      scripts?.run(phase, of: resolved.flatMap(\.group.jobs))
    }
    let rendering = TemplateRendering(
      deployment: manifest.name.value, timeLimit: options.timeLimit, files, report)
    guard !report.hasErrors, let rendered = rendering.render(resolved.map { RenderTarget($0) }) else {
      return []
    }
    let services = RequiredServices(manifest)
    IgnoredFields.report(manifest, report)
    return rendered.flatMap { group in
      let processes = BPMProcesses.gather(group, files, report)
      guard !report.hasErrors else { return [Resource]() }
      let conversion = GroupConversion(
        manifest: manifest, rendered: group, processes: processes, services: services, options: options,
        report: report)
      return conversion.resources()
    }
  }
}

extension DeploymentConversion.Options {
  /// What runs scripts: nothing where it may not, or where there are no sources to change.
  fileprivate func scripts(_ report: Report) -> PreRenderScriptRun? {
    guard runsScripts, let baseDirectory else { return nil }
    return PreRenderScriptRun(in: baseDirectory, timeLimit: timeLimit, report)
  }
}
