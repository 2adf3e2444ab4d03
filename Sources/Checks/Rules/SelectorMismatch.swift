internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let selectorMismatch = Rule(
    "selector-mismatch", .error,
    "A workload without a selector, or with one that does not match the labels of its own pods",
    because: "The API server refuses the object.",
    bad: """
      selector:
        matchLabels: {app: web, tier: front} # the template has app: web alone
      """,
    good: """
      selector:
        matchLabels: {app: web}
      """,
    each: \.workloads
  ) { workload, _, findings in
    guard hasSelector(workload) else { return }
    guard let selector = selector(of: workload), !selector.requirements.isEmpty else {
      findings.add(
        "\(workload.title) has no selector", at: workload.resource.namePosition, in: workload.resource,
        hint: "write selector.matchLabels with labels of the pod template")
      return
    }
    guard !workload.hasTemplateSelected(by: selector) else { return }
    findings.add(
      "the selector of \(workload.title) does not match the labels of its pods", at: selector.position,
      in: workload.resource,
      notes: [.init("these are the labels", at: workload.labels?.position ?? workload.template.position)],
      hint: "give the pod template every label of the selector")
  }

  private static let replicationController = "ReplicationController"

  /// One that must be there: a ReplicationController, and versions before apps/v1, take the labels of the template.
  private static func hasSelector(_ workload: Workload) -> Bool {
    let gvk = workload.resource.gvk
    let node = workload.resource.object.at("spec", "selector")
    switch gvk.group {
    case "" where gvk.kind == replicationController: return node?.mapping?.isEmpty == false
    case "apps", "extensions":
      return ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"].contains(gvk.kind)
        && (gvk.version == "v1" || node != nil)
    default: return false
    }
  }

  private static func selector(of workload: Workload) -> PodSelector? {
    let node = workload.resource.object.at("spec", "selector")
    return workload.kind == replicationController
      ? node?.mapping.map { PodSelector(labels: $0) } : PodSelector(node)
  }
}
