import Diagnostics
import YAML

/// The processes of a job: those of its release with what `properties.quarks.bpm` says on top.
///
/// As under Quarks: processes meet by name; a field that is given and not empty wins, mappings are merged.
enum BPMMerge {
  static func merged(_ rendered: BPMConfig, with preset: BPMConfig?, _ report: Report) -> BPMConfig {
    guard let preset, !preset.processes.isEmpty else { return rendered }
    var config = rendered
    for process in preset.processes {
      guard
        let index = config.processes.firstIndex(where: { sameBytes($0.name.value, process.name.value) })
      else {
        config.processes.append(process)
        continue
      }
      let fields = Node.mapping(merged(config.processes[index].fields, process.fields))
      config.processes[index] = BPMProcess.shape.read(fields, Reader(report: report)) ?? process
    }
    return config
  }

  private static func merged(_ base: Mapping, _ other: Mapping) -> Mapping {
    var result = base
    for pair in other.pairs where !pair.value.isEmptyValue {
      if case .mapping(let new) = pair.value, case .mapping(let old)? = result[pair.key.text] {
        result[pair.key.text] = .mapping(merged(old, new))
      } else {
        result[pair.key.text] = pair.value
      }
    }
    return result
  }

  /// A container can't be made of a process without a program.
  static func check(_ config: BPMConfig, of job: Job, _ report: Report) {
    for process in config.processes where process.executable.isEmpty {
      report.error(
        "missing-field",
        "the process \"\(process.name.value)\" of the job \"\(job.name.value)\" has no executable",
        at: process.name.position, hint: "add \"executable: /var/vcap/packages/…\"")
    }
  }
}

extension Node {
  fileprivate var isEmptyValue: Bool {
    switch self {
    case .scalar(let scalar): scalar.kind == .null || scalar.text.isEmpty
    case .sequence(let sequence): sequence.items.isEmpty
    case .mapping(let mapping): mapping.isEmpty
    }
  }
}
