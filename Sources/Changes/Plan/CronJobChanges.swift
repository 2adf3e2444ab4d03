internal import Resources
internal import YAML

/// What makes Jobs by a schedule: a change concerns the next Job, never one that runs.
enum CronJobChanges {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    input.changed.compactMap { old, new in isCronJob(new) ? change(from: old, to: new) : nil }
  }

  static func isCronJob(_ object: Resource) -> Bool {
    object.gvk.group == "batch" && object.gvk.kind == "CronJob"
  }

  /// When its Jobs start, as far as it says so: `by the schedule "0 3 * * *"`.
  static func start(_ object: Resource) -> String {
    let spec = object.object["spec"]
    if spec?["suspend"]?.text == "true" { return "when somebody makes it: it is suspended" }
    let zone = spec?["timeZone"]?.text.map { " (\($0))" } ?? ""
    return "by the schedule \"\(spec?["schedule"]?.text ?? "")\"\(zone)"
  }

  private static func change(from old: Resource, to new: Resource) -> PlanEntry? {
    let fields = ServerDefaults.changes(from: old, to: new).filter { $0.path.isCovered(by: "/spec") }
    guard !fields.isEmpty else { return nil }
    var entry = PlanEntry(
      kind: .waiting, objects: [new], summary: "\(ChangeText.object(new)) changes from its next Job on",
      fields: fields, notes: ["the next Job starts \(start(new))"])
    if fields.contains(where: { $0.path.isCovered(by: "/spec/jobTemplate") }) {
      entry.notes.append("Jobs that run finish with what they started with")
    }
    return entry
  }
}
