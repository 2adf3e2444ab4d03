internal import Diagnostics
internal import YAML

extension Rule {
  static let unnamedServicePort = Rule(
    "unnamed-service-port", .error, "A port without a name on a Service that has several",
    because: "The API server refuses the Service.",
    bad: "ports: [{name: a, port: 80}, {port: 81}]",
    good: "ports: [{name: a, port: 80}, {name: b, port: 81}]",
    each: \.services
  ) { service, _, findings in
    guard service.ports.count > 1 else { return }
    for port in service.ports where port["name"]?.text ?? "" == "" {
      findings.add(
        "a port of the Service \"\(service.name)\" has no name", at: port.position, in: service.resource,
        hint: "name every port where there are several")
    }
  }
}
