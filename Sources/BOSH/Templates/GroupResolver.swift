package import Diagnostics
import YAML

/// Fills in defaults and finds links, so that the jobs of a group can be rendered.
package struct GroupResolver {
  private let sources: ReleaseSources
  private let tables: InstanceTables
  private let links: LinkResolution
  private let runsScripts: Bool
  private let report: Report

  /// - Parameter runsScripts: whether the jobs' scripts change their sources before they are rendered.
  package init(
    _ manifest: DeploymentManifest, _ sources: ReleaseSources, _ tables: InstanceTables,
    runsScripts: Bool = false, _ report: Report
  ) {
    self.runsScripts = runsScripts
    self.sources = sources
    self.tables = tables
    self.report = report
    links = LinkResolution(
      deployment: manifest.name.value, providers: LinkProviders(manifest, sources, tables, report),
      report: report)
  }

  /// - Parameter needsSources: whether a job must have them even if the manifest says what its processes are.
  /// - Returns: `nil` when the group's instances could not be counted; that was reported.
  package func resolve(_ group: DeploymentGroup, needsSources: Bool) -> ResolvedGroup? {
    guard let table = tables[group] else { return nil }
    let jobs = group.jobs.compactMap { job -> ResolvedJob? in
      warnOfScripts(of: job)
      guard let spec = sources.spec(of: job) else {
        guard sources.isMissing(job) else { return nil }
        if needsSources || job.quarks.bpm == nil { sources.reportMissing(job) }
        return ResolvedJob(job: job, spec: nil, properties: job.properties, links: [])
      }
      let properties = JobProperties(job: job, spec: spec, report: report)
      properties.warnOfSlips()
      return ResolvedJob(
        job: job, spec: spec, properties: properties.filled(), links: links.links(of: job, spec, in: group))
    }
    return ResolvedGroup(group: group, table: table, sample: tables.sample(of: group), jobs: jobs)
  }

  private func warnOfScripts(of job: Job) {
    guard !runsScripts, !job.quarks.preRenderScripts.isEmpty else { return }
    report.warning(
      "scripts-not-run", "the scripts of the job \"\(job.name.value)\" are not run before it is rendered",
      at: job.quarks.fields.key("pre_render_scripts")?.position ?? job.position,
      notes: [.init("they would change files of the machine that builds")],
      hint:
        "make their changes in the release's sources, or let them run with --enable-pre-render-scripts and --base-dir"
    )
  }
}
