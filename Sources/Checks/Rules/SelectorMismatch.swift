internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let selectorMismatch = Rule(
    "selector-mismatch", .error, "A workload whose selector does not match the labels of its own pods",
    because: "The API server refuses the object."
  ) { inventory, findings in
    let kinds = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"]
    for workload in inventory.workloads where kinds.contains(workload.kind) {
      guard let selector = PodSelector(workload.resource.object.at("spec", "selector")),
        !workload.isSelected(by: selector)
      else { continue }
      findings.add(
        "the selector of \(workload.title) does not match the labels of its pods", at: selector.position,
        in: workload.resource,
        notes: [.init("these are the labels", at: workload.labels?.position ?? workload.template.position)],
        hint: "give the pod template every label of the selector")
    }
  }
}
