internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let unknownBackendPort = Rule(
    "unknown-backend-port", .error,
    "An Ingress or route that leads to a port which the Service does not have",
    because: "Requests for it are answered with an error.",
    bad: "port: {name: htpp} # the Service's port is called http",
    good: "port: {name: http}"
  ) { inventory, findings in
    for backend in Backend.backends(inventory) {
      guard let name = backend.name.text, let node = backend.port, let port = node.text,
        let service = inventory.object("Service", name: name, in: backend.namespace)
      else { continue }
      let field = node.string == nil ? "port" : "name"
      let known = (service.object["spec"]?.items(of: "ports") ?? []).compactMap { $0[field]?.text }
      // A Service that only stands for a host needs no ports for that.
      let isHost = service.object.at("spec", "type")?.text == "ExternalName" && known.isEmpty
      guard !known.contains(port), !isHost else { continue }
      findings.add(
        "the Service \"\(name)\" has no port \"\(port)\"", at: node.position, in: backend.resource,
        notes: [.init("this is the Service", at: service.namePosition)],
        hint: likely(port, among: known, otherwise: "its ports are")
          ?? "name a port of the Service")
    }
  }
}
