internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingRequests = Rule(
    "missing-requests", .info, "A container that requests no CPU or no memory",
    because:
      "The scheduler packs such pods onto a node that has no room, and they are the first to be killed.",
    bad: "requests: {cpu: 10m}",
    good: "requests: {cpu: 10m, memory: 10Mi}",
    isOptIn: true
  ) { inventory, findings in
    let defaults = inventory.namespacesWithDefaults { $0["defaultRequest"] != nil || $0["default"] != nil }
    for workload in inventory.workloads where !defaults.contains(workload.namespace) {
      for container in workload.containers {
        let missing = ["cpu", "memory"].filter { name in
          [container.node, workload.pod].allSatisfy {
            $0.at("resources", "requests", name) == nil && $0.at("resources", "limits", name) == nil
          }
        }
        guard !missing.isEmpty else { continue }
        findings.add(
          "the container \"\(container.name)\" requests no \(missing.joined(separator: " and no "))",
          at: container.node["resources"]?.position ?? container.node.position, in: workload.resource,
          hint: "write resources.requests")
      }
    }
  }
}
