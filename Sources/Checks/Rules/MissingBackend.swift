internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingBackend = Rule(
    "missing-backend", .warning,
    "An Ingress or route that leads to a Service which is not in the set, although others of its namespace are",
    because: "Requests for it are answered with an error.",
    bad: """
      service:
        name: wbe # the Service is called web
      """,
    good: """
      service:
        name: web
      """,
    scope: .whole
  ) { inventory, findings in
    for backend in Backend.backends(inventory) {
      guard let name = backend.name.text,
        inventory.object("Service", name: name, in: backend.namespace) == nil,
        inventory.has("Service", in: backend.namespace),
        !inventory.operators.mayMake(name, in: backend.namespace)
      else { continue }
      findings.add(
        "\(backend.resource.gvk.kind) \"\(backend.resource.name)\" leads to a Service \"\(name)\" that is not there",
        at: backend.name.position, in: backend.resource,
        hint: inventory.likely("Service", name: name, in: backend.namespace)
          ?? "name a Service of the same namespace")
    }
  }
}
