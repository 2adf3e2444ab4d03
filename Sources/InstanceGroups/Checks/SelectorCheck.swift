import Diagnostics
import YAML

/// An own selector must select the group's own pods, and those of one StatefulSet only.
enum SelectorCheck {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    checkSharedLabels(plan, report)
    guard let own = plan.spec.selector else { return }
    if own.matchLabels.isEmpty, own.matchExpressions.isEmpty {
      report.error(
        "empty-selector", "the selector selects nothing in particular", at: own.position,
        hint: "write the matchLabels of the StatefulSet to adopt, or leave the selector out")
    }
    checkLabels(own, plan, report)
    if let shared = plan.spec.groupSelector {
      checkLabels(shared, plan, report)
      // It selects the pods of all zones.
      _ = plan.placeholders(report).replace(in: shared.matchLabels)
    }
    let zoned = plan.workloads.compactMap(\.zone)
    let tellsZonesApart = own.matchLabels.pairs.contains { $0.value.varies(within: .group) }
    if zoned.count > 1, !tellsZonesApart {
      report.warning(
        "selector-shared-by-zones", "the StatefulSets of \(zoned.count) zones have the same selector",
        at: own.position, notes: [.init("Kubernetes expects that selectors of StatefulSets do not overlap")],
        hint: "use a label whose value has $(zone.name), $(zone.index) or $(workload.name)")
    }
  }

  /// Whatever selects needs labels that the pods carry.
  private static func checkSharedLabels(_ plan: GroupPlan, _ report: Report) {
    guard plan.labels.selectingGroup.isEmpty, !plan.isErrand else { return }
    if let own = plan.spec.selector, !own.matchLabels.isEmpty || !own.matchExpressions.isEmpty {
      report.error(
        "no-common-label", "no label of the selector is the same in all zones", at: own.position,
        notes: [.init("Services and budgets of the whole group, and anti-affinity, select by such labels")],
        hint: "write groupSelector: {matchLabels: …} with labels that the pods of all zones have")
    } else if plan.spec.selector == nil {
      report.error(
        "no-common-label", "with \"podLabels: None\" nothing is known to select the pods by",
        at: plan.spec.podLabels?.position ?? plan.position,
        hint: "write selector: {matchLabels: …} with labels of spec.template, or leave podLabels out")
    }
  }

  private static func checkLabels(_ own: OwnSelector, _ plan: GroupPlan, _ report: Report) {
    let template = plan.spec.template.at("metadata", "labels")?.mapping ?? Mapping()
    let generated =
      plan.workloads.first.map { plan.labels.ofPods($0, plan.placeholders($0, Report())) } ?? Mapping()
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
