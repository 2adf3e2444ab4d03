internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingMemoryLimit = Rule(
    "missing-memory-limit", .info, "A container that requests memory and has no limit of it",
    because: "A leak takes the memory of the whole node, and the kernel ends whatever it likes there.",
    bad: "resources: {requests: {memory: 64Mi}}",
    good: "resources: {requests: {memory: 64Mi}, limits: {memory: 64Mi}}",
    isOptIn: true
  ) { inventory, findings in
    let defaults = inventory.namespacesWithDefaults { $0.at("default", "memory") != nil }
    for workload in inventory.workloads where !defaults.contains(workload.namespace) {
      for container in workload.containers {
        guard let request = container.node.at("resources", "requests", "memory"),
          [container.node, workload.pod].allSatisfy({ $0.at("resources", "limits", "memory") == nil })
        else { continue }
        findings.add(
          "the container \"\(container.name)\" has no limit of memory", at: request.position,
          in: workload.resource, hint: "write resources.limits.memory, mostly the same as requested")
      }
    }
  }
}
