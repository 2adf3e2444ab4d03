import Diagnostics
import Resources
import YAML

/// An errand is one pod that ends, so much of what can be said of a service has no meaning for it.
enum ErrandChecks {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    let spec = plan.input.resource.object["spec"]?.mapping ?? Mapping()
    for pair in spec.pairs where meaningless.contains(pair.key.text) && !pair.value.isNull {
      report.error(
        "setting-without-use",
        "\"spec.\(pair.key.text)\" has no meaning for the lifecycle \(plan.spec.lifecycle.rawValue)",
        at: pair.key.position, hint: "leave it out: an errand is one pod that ends")
    }
    for field in ["perZone", "perInstance"] {
      guard let key = spec["objects"]?.mapping?.key(field) else { continue }
      report.error(
        "setting-without-use",
        "\"spec.objects.\(field)\" has no meaning for the lifecycle \(plan.spec.lifecycle.rawValue)",
        at: key.position, hint: "an errand is one pod in whichever zone has room: write it under perGroup")
    }
    let instances = plan.spec.instances
    if instances.value > 1 {
      report.error(
        "errand-instances", "an errand runs as one pod, but \"instances\" is \(instances.value)",
        at: instances.position, hint: "write \"instances: 1\", or 0 to leave the errand out")
    }
  }

  private static let meaningless: Set = [
    "disruptionBudget", "instanceTable", "instancesPolicy", "lists", "ordinals", "ports", "replicas",
    "rollout",
    "selector",
    "services",
    "statefulSet", "survive", "volumeClaimTemplates", "workload", "zoneOverrides", "activePassive",
  ]
}
