internal import Diagnostics
internal import YAML

extension Rule {
  static let missingRequests = Rule(
    "missing-requests", .info, "A container that requests no CPU or no memory",
    because:
      "The scheduler packs such pods onto a node that has no room, and they are the first to be killed.",
    isOptIn: true
  ) { inventory, findings in
    for workload in inventory.workloads {
      for container in workload.containers {
        let missing = ["cpu", "memory"].filter { name in
          container.node.at("resources", "requests", name) == nil
            && container.node.at("resources", "limits", name) == nil
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
