internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingServiceAccount = Rule(
    "missing-service-account", .warning, "A ServiceAccount that is not in the set, although others are",
    because: "No pod is created until it is there."
  ) { inventory, findings in
    let accounts = inventory.all("ServiceAccount")
    guard !accounts.isEmpty else { return }
    for workload in inventory.workloads {
      guard let node = workload.pod["serviceAccountName"] ?? workload.pod["serviceAccount"],
        let name = node.text,
        name != "default", !name.isEmpty,
        inventory.object("ServiceAccount", name: name, in: workload.namespace) == nil
      else { continue }
      findings.add(
        "the ServiceAccount \"\(name)\" of \(workload.title) is not in this set", at: node.position,
        in: workload.resource,
        hint: likely(name, among: accounts.map(\.name)) ?? "add it, or name one that is there")
    }
  }
}
