import Diagnostics
import YAML

/// Labels that can't be, and labels of the user's that the build sets itself.
enum LabelChecks {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    if let deployment = plan.spec.deployment {
      Labels.checkValue(deployment.value, "deployment", at: deployment.position, report)
    }
    let names = plan.labels.ofGroup
    let own = [
      plan.group.metadata.labels, plan.spec.selectorLabels, plan.spec.statefulSet.metadata.labels,
    ].flatMap(\.pairs)
    for label in own where plan.labels.reserved.contains(label.key.text) {
      if let set = names[label.key.text], set.sameData(as: label.value) { continue }
      report.warning(
        "label-replaced", "the label \"\(label.key.text)\" is set by the build", at: label.value.position,
        notes: [.init("the value \"\(label.value.text ?? "")\" given here is replaced")], hint: "leave it out"
      )
    }
  }
}
