internal import Diagnostics
internal import YAML

extension Rule {
  static let unknownTargetPort = Rule(
    "unknown-target-port", .error,
    "A Service's targetPort that names no port of the pods it selects, or one of another protocol",
    because: "The Service has no endpoints on that port.",
    bad: "ports: [{port: 80, targetPort: htpp}] # the container's port is called http",
    good: "ports: [{port: 80, targetPort: http}]"
  ) { inventory, findings in
    var ports = Remembered<Workload, NamedPorts?>()
    for service in inventory.services where !service.workloads.isEmpty {
      guard service.ports.contains(where: { $0["targetPort"]?.string != nil }),
        let known = ports.value(of: service.selection, NamedPorts.init)
      else { continue }
      for port in service.ports {
        guard let target = port["targetPort"], let name = target.string else { continue }
        let namesakes = known.called(name)
        let wanted = port["protocol"]?.text ?? "TCP"
        guard !namesakes.contains(where: { $0.transport == wanted }) else { continue }
        if let namesake = namesakes.first {
          findings.add(
            "the port \"\(name)\" is \(namesake.transport), and the Service \"\(service.name)\" asks for \(wanted)",
            at: target.position, in: service.resource,
            notes: [.init("this is the port", at: namesake.position)],
            hint: "add a port of this protocol to the container, with a name of its own")
        } else {
          findings.add(
            "no pod of the Service \"\(service.name)\" has a port named \"\(name)\"", at: target.position,
            in: service.resource,
            hint: quotedNumber(name)
              ?? likely(name, among: known.names, otherwise: "their ports are")
              ?? "name the container's port, or write its number")
        }
      }
    }
  }

  /// What to do about a number in quotes, which is a name that no port can have.
  static func quotedNumber(_ name: String) -> String? {
    Int(name).map { "write the number without quotes: \($0)" }
  }
}
