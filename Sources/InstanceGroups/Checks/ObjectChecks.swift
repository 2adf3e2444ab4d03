import Diagnostics
import YAML

/// Objects of which there are several need a name for each.
enum ObjectChecks {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    let objects = plan.spec.objects
    if plan.workloads.count > 1 {
      check(objects.perZone, .group, "zone", "$(zone.name), $(zone.index) or $(workload.name)", report)
    }
    if plan.hasInstances, plan.table.rows.count > 1 {
      check(objects.perInstance, .zone, "instance", "$(instance.name) or $(instance.index)", report)
    }
  }

  /// - Parameter scope: what they all have in common.
  private static func check(
    _ objects: [Node], _ scope: PlaceholderName.Scope, _ what: String, _ remedy: String, _ report: Report
  ) {
    for object in objects {
      guard let name = object.at("metadata", "name"), !name.varies(within: scope),
        object.at("metadata", "namespace")?.varies(within: scope) != true
      else { continue }
      report.error(
        "same-name", "the objects of every \(what) would have the same name \"\(name.text ?? "")\"",
        at: name.position,
        hint: "use \(remedy) in it")
    }
  }
}
