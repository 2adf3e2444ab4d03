internal import Diagnostics
internal import YAML

extension Rule {
  static let unknownTargetPort = Rule(
    "unknown-target-port", .error, "A Service's targetPort that names no port of the pods it selects",
    because: "The Service has no endpoints on that port."
  ) { inventory, findings in
    for service in inventory.services where !service.workloads.isEmpty {
      let known = service.workloads.flatMap { $0.containers.filter { !$0.endsFirst }.flatMap(\.portNames) }
      for port in service.ports {
        guard let target = port["targetPort"], let name = target.string, !known.contains(name) else {
          continue
        }
        findings.add(
          "no pod of the Service \"\(service.name)\" has a port named \"\(name)\"", at: target.position,
          in: service.resource,
          hint: likely(name, among: Array(Set(known)), otherwise: "their ports are")
            ?? "name the container's port, or write its number")
      }
    }
  }
}
