import Diagnostics
import YAML

/// An own selector must select the group's own pods, and those of one StatefulSet only.
enum SelectorCheck {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    guard let own = plan.spec.selector else { return }
    if own.matchLabels.isEmpty, own.matchExpressions.isEmpty {
      report.error(
        "empty-selector", "the selector selects nothing in particular", at: own.position,
        hint: "write the matchLabels of the StatefulSet to adopt, or leave the selector out")
    }
    checkLabels(own, plan, report)
    let zoned = plan.workloads.compactMap(\.zone)
    let tellsZonesApart = own.matchLabels.pairs.contains { Placeholders.occur(in: $0.value) }
    if zoned.count > 1, !tellsZonesApart {
      report.warning(
        "selector-shared-by-zones", "the StatefulSets of \(zoned.count) zones have the same selector",
        at: own.position, notes: [.init("Kubernetes expects that selectors of StatefulSets do not overlap")],
        hint: "use a label whose value has $(zone.name), $(zone.index) or $(workload.name)")
    }
  }

  private static func checkLabels(_ own: OwnSelector, _ plan: GroupPlan, _ report: Report) {
    let template = plan.spec.template.at("metadata", "labels")?.mapping ?? Mapping()
    let generated = plan.workloads.first.map(plan.labels.ofPods) ?? Mapping()
    for wanted in own.matchLabels.pairs {
      let key = wanted.key.text
      guard generated[key] == nil else { continue }
      guard let label = template[key] else {
        report.error(
          "selector-without-pods", "the selector wants the label \"\(key)\", which the pods do not have",
          at: wanted.key.position,
          hint: "add \"\(key): \(wanted.value.text ?? "")\" to spec.template.metadata.labels")
        continue
      }
      guard !label.sameData(as: wanted.value) else { continue }
      report.error(
        "selector-without-pods",
        "the selector wants \"\(key): \(wanted.value.text ?? "")\", but the pods have \"\(label.text ?? "")\"",
        at: wanted.value.position, notes: [.init("the pods get the label here", at: label.position)],
        hint: "make both the same")
    }
  }
}
