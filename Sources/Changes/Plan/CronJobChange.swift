internal import Resources
internal import YAML

/// A change of what makes Jobs by a schedule: it concerns the next Job, never one that runs.
struct CronJobChange: PlanFinding {
  let job: Resource
  let fields: [FieldChange]

  static func all(in input: PlanInput) -> [CronJobChange] {
    input.changed.compactMap { old, new in
      guard new.gvk.group == "batch", new.gvk.kind == "CronJob" else { return nil }
      let fields = ServerDefaults.changes(from: old, to: new).filter { $0.path.isCovered(by: "/spec") }
      return fields.isEmpty ? nil : CronJobChange(job: new, fields: fields)
    }
  }
}

// MARK: - In words

extension CronJobChange {
  var entry: PlanEntry {
    var entry = PlanEntry(
      kind: .waiting, objects: [job], summary: "\(ChangeText.object(job)) changes from its next Job on",
      fields: fields, notes: ["the next Job starts \(Self.start(job))"])
    if fields.contains(where: { $0.path.isCovered(by: "/spec/jobTemplate") }) {
      entry.notes.append("Jobs that run finish with what they started with")
    }
    return entry
  }

  /// When its Jobs start, as far as it says so: `by the schedule "0 3 * * *"`.
  static func start(_ job: Resource) -> String {
    let spec = job.object["spec"]
    if spec?["suspend"]?.text == "true" { return "when somebody makes it: it is suspended" }
    let zone = spec?["timeZone"]?.text.map { " (\($0))" } ?? ""
    return "by the schedule \"\(spec?["schedule"]?.text ?? "")\"\(zone)"
  }
}
