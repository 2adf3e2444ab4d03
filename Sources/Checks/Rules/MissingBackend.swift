internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingBackend = Rule(
    "missing-backend", .warning, "An Ingress or route that leads to a Service which is not in the set",
    because: "Requests for it are answered with an error."
  ) { inventory, findings in
    for backend in Backend.backends(inventory) {
      guard let name = backend.name.text,
        inventory.object("Service", name: name, in: backend.namespace) == nil
      else {
        continue
      }
      let names = inventory.services.lazy.map(\.name)
      findings.add(
        "\(backend.resource.gvk.kind) \"\(backend.resource.name)\" leads to a Service \"\(name)\" that is not there",
        at: backend.name.position, in: backend.resource,
        hint: likely(name, among: names) ?? "name a Service of the same namespace")
    }
  }
}
