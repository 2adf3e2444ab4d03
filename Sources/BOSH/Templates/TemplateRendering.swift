package import Diagnostics
package import InstanceGroups
import YAML

/// Renders the templates of jobs, of all groups and instances in one run of Ruby.
///
/// ```
/// let sources = ReleaseSources(directory, of: manifest, files, report)
/// let tables = InstanceTables(of: manifest, isInitialRollout: true, files, report)
/// let resolver = GroupResolver(manifest, sources, tables, report)
/// let groups = manifest.groups.compactMap { resolver.resolve($0, needsSources: false) }
/// let rendering = TemplateRendering(deployment: "cf", files, report)
/// let rendered = rendering.render(groups.map { RenderTarget($0) })       // files of every instance
/// let processes = rendered?.map { BPMProcesses.gather($0, files, report) } // what containers are made of
/// ```
package struct TemplateRendering: Sendable {
  private let deployment: String
  private let timeLimit: Duration
  private let files: SourceFiles
  private let report: Report

  package init(
    deployment: String, timeLimit: Duration = .seconds(60), _ files: SourceFiles, _ report: Report
  ) {
    self.deployment = deployment
    self.timeLimit = timeLimit
    self.files = files
    self.report = report
  }

  /// - Returns: a group for each target, in their order; `nil` when anything failed, after all of it was reported.
  package func render(_ targets: [RenderTarget]) -> [RenderedGroup]? {
    let request = RenderRequest(targets, deployment: deployment, timeLimit: timeLimit)
    guard !request.items.isEmpty else { return Self.grouped([], targets) }
    guard let said = TemplateProgram(timeLimit: timeLimit, report: report).run(request) else { return nil }
    let mistakes = TemplateMistakes(files: files, report: report, timeLimit: timeLimit)
    var rendered: [RenderedFile?] = []
    for (item, answer) in zip(request.items, said.answers) {
      switch answer {
      case .file(let file):
        rendered.append(item.file(file))
        if file.askedForAddress { mistakes.warnOfAddress(item) }
      case .failure(let failure):
        rendered.append(nil)
        mistakes.report(failure, item)
      case .late: mistakes.reportLate(item)
      }
    }
    if said.answers.count < request.items.count, said.answers.last?.isLate != true {
      mistakes.reportEnd(request.items[said.answers.count])
    }
    guard said.isWhole, rendered.count == request.items.count, !rendered.contains(where: { $0 == nil }) else {
      return nil
    }
    return Self.grouped(zip(request.items, rendered.compactMap(\.self)).map { ($0, $1) }, targets)
  }

  private static func grouped(
    _ files: [(RenderRequest.Item, RenderedFile)], _ targets: [RenderTarget]
  ) -> [RenderedGroup] {
    var rest = files[...]
    return targets.enumerated().map { index, target in
      func take(_ row: InstanceTable.Instance) -> RenderedInstance {
        let mine = rest.prefix { $0.0.target == index && $0.0.row.specIndex == row.specIndex }
        rest = rest.dropFirst(mine.count)
        return RenderedInstance(instance: row, files: mine.map(\.1))
      }
      return RenderedGroup(
        group: target.group, instances: target.rows.map(take), sample: target.sample.map(take))
    }
  }
}

/// What of a group is to be rendered.
package struct RenderTarget: Sendable {
  package let group: ResolvedGroup
  package var rows: [InstanceTable.Instance]
  /// The pod's address; in a build there is none yet.
  package var ip: String?
  /// Whether only `bpm.yml` is wanted.
  package var onlyProcesses = false

  /// Of a group without instances, one as it would be, for its processes.
  var sample: InstanceTable.Instance? { rows.isEmpty ? group.sample : nil }

  /// Every instance of the group.
  package init(_ group: ResolvedGroup) {
    self.group = group
    rows = group.table.rows
  }
}
