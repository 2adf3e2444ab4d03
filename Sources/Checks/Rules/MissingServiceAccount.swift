internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingServiceAccount = Rule(
    "missing-service-account", .warning,
    "A ServiceAccount that is not in the set, although others of its namespace are",
    because: "No pod is created until it is there.",
    bad: "serviceAccountName: wbe # the ServiceAccount is called web",
    good: "serviceAccountName: web",
    scope: .whole,
    each: \.workloads
  ) { workload, inventory, findings in
    guard let node = workload.pod["serviceAccountName"] ?? workload.pod["serviceAccount"],
      let name = node.text,
      name != "default", !name.isEmpty,
      inventory.isComplete(in: "ServiceAccount", for: name, in: workload.namespace),
      inventory.object("ServiceAccount", name: name, in: workload.namespace) == nil
    else { return }
    findings.add(
      "the ServiceAccount \"\(name)\" of \(workload.title) is not in this set", at: node.position,
      in: workload.resource,
      hint: inventory.likely("ServiceAccount", name: name, in: workload.namespace)
        ?? "add it, or name one that is there")
  }
}
