import Diagnostics
package import YAML

/// A port of the group's Services.
package struct ServicePort: Sendable {
  package var name: String?
  /// A possible one, so that nothing more is said of one that could not be read.
  package var port = 1
  package var transport = "TCP"
  /// The port as it was written.
  package var node = Node.null

  private static let schema = Schema("ServicePort", initial: ServicePort()) {
    Field("name", .string, \.name, "The port's name, needed when there are several.")
    Field("port", .port, \.port, required: true, "The port of the Service.")
    Field("protocol", .string, \.transport, "TCP, UDP or SCTP.")
    Field(
      "targetPort", checked: .node, "The container's port by number or name; the same number when absent.")
    Field("appProtocol", checked: .string, "What is spoken on the port.")
  }

  static var shape: Shape<ServicePort> {
    Shape(Shape.object(schema).type) { node, reader in
      var port = schema.decode(node, reader)
      port?.node = node
      return port
    }
  }
}

extension ServicePort {
  /// The ports of a group: its own, or those that its containers declare.
  static func ports(of spec: InstanceGroupSpec) -> [ServicePort] {
    spec.ports ?? declared(by: spec.template)
  }

  /// The ports that a group of this template has when it says nothing of them.
  package static func declared(byTemplate template: Node) -> [Node] { declared(by: template).map(\.node) }

  static func check(_ ports: [ServicePort], _ report: Report) {
    var named: [KeyBytes: ServicePort] = [:]
    for port in ports {
      if ports.count > 1, port.name == nil {
        report.error(
          "port-without-name", "the port \(port.port) needs a name because there are several ports",
          at: port.node.position, hint: "name it here, or list the ports under spec.ports")
      }
      if let name = port.name, let first = named[name] {
        report.error(
          "duplicate-port-name", "two ports have the name \"\(name)\"", at: port.node.position,
          notes: [.init("the first is \(first.port)", at: first.node.position)],
          hint: "rename one of them, or list the ports under spec.ports")
      } else if let name = port.name {
        named[name] = port
      }
      if !(1...65535).contains(port.port) {
        report.error(
          "bad-port", "\(port.port) is no port number", at: port.node.position, hint: "write 1 to 65535")
      }
    }
  }

  /// The ports of the containers, and of the init containers that go on running; each number once.
  private static func declared(by template: Node) -> [ServicePort] {
    let sidecars = template.at("spec", "initContainers")?.items?.filter {
      $0["restartPolicy"]?.text == "Always"
    }
    let containers = (template.at("spec", "containers")?.items ?? []) + (sidecars ?? [])
    var ports: [ServicePort] = []
    var seen: Set<KeyBytes> = []
    for declaration in containers.flatMap({ $0["ports"]?.items ?? [] }) {
      guard let written = declaration["containerPort"]?.scalar,
        let number = Int(written.text) ?? (written.kind == .integer ? .max : nil)
      else { continue }
      let transport = declaration["protocol"]?.text ?? "TCP"
      guard seen.insert("\(number) \(transport)") else { continue }
      let node: Node = .mapping(
        [
          "name": declaration["name"], "port": declaration["containerPort"],
          "protocol": declaration["protocol"],
        ],
        at: declaration.position)
      ports.append(
        ServicePort(name: declaration["name"]?.text, port: number, transport: transport, node: node))
    }
    return ports
  }
}
