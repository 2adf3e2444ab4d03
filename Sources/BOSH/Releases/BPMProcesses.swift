package import Diagnostics
import InstanceGroups
package import YAML

/// How the processes of a job are run, once for all instances: a StatefulSet has one template.
package struct BPMProcesses: Sendable {
  package let job: Job
  package let config: BPMConfig

  /// The processes of a rendered group's jobs: what `bpm.yml` became, with `properties.quarks.bpm` on top, or that
  /// alone where there is no such template.
  package static func gather(
    _ rendered: RenderedGroup, _ files: SourceFiles, _ report: Report
  ) -> [BPMProcesses] {
    rendered.group.jobs.enumerated().compactMap { index, job in
      let texts = (rendered.instances + [rendered.sample].compactMap(\.self)).compactMap { instance in
        instance.files.first { $0.job == index && $0.isBPM }
      }
      guard let config = config(of: job, texts, files, report) else { return nil }
      BPMMerge.check(config, of: job.job, report)
      return BPMProcesses(job: job.job, config: config)
    }
  }

  private static func config(
    of job: ResolvedJob, _ texts: [RenderedFile], _ files: SourceFiles, _ report: Report
  ) -> BPMConfig? {
    let preset = job.job.quarks.bpm
    guard let first = texts.first else {
      if preset == nil, job.spec.map({ $0.bpmTemplate == nil }) ?? false { reportNone(job.job, report) }
      return preset
    }
    guard let node = node(first, files, report),
      let config = BPMConfig.schema.decode(node, Reader(report: report))
    else { return nil }
    var merged = BPMMerge.merged(config, with: preset, report)
    merged.unsupportedTemplate = texts.dropFirst().contains { $0.content != first.content }
    if merged.unsupportedTemplate {
      report.warning(
        "processes-differ", "\"bpm.yml\" of the job \"\(job.job.name.value)\" differs between instances",
        at: job.job.name.position,
        notes: [.init("the containers of all are made from that of the first")],
        hint: "let the program read what differs from a file of its own")
    }
    return merged
  }

  private static func node(_ file: RenderedFile, _ files: SourceFiles, _ report: Report) -> Node? {
    let source = SourceFile(path: "\(file.template), rendered", bytes: file.content, isPrinted: true)
    let index = files.add(source)
    guard let documents = Composer.compose(source, index: index, report: report) else { return nil }
    return documents.first ?? .mapping(Mapping(at: Position(file: index, line: 0, column: 0)))
  }

  private static func reportNone(_ job: Job, _ report: Report) {
    report.error(
      "no-processes", "nothing says what the job \"\(job.name.value)\" runs", at: job.name.position,
      notes: [.init("its release has no template that becomes \"bpm.yml\"")],
      hint: "write its processes under properties.quarks.bpm")
  }
}

extension ResolvedGroup {
  /// What Quarks keeps as `bpm.yaml` of a group: its size, and the processes of its jobs.
  package func processes(_ processes: [BPMProcesses]) -> Node {
    let configs = processes.map { entry in
      let fields = entry.config.processes.map { Node.mapping($0.fields) }
      return Mapping.Pair(
        key: Scalar(entry.job.name.value),
        value: .mapping([
          "processes": .sequence(fields), "unsupported_template": .bool(entry.config.unsupportedTemplate),
        ]))
    }
    return .mapping([
      "instance_group": .mapping([
        "name": .string(group.name.value), "instances": .integer(group.instances.value),
        "azs": .sequence(group.azs.map { .string($0.value) }), "env": group.fields["env"],
      ]),
      "configs": .mapping(Mapping(configs)),
    ])
  }
}
