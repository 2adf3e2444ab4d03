internal import Diagnostics
internal import YAML

extension Rule {
  static let duplicateServicePort = Rule(
    "duplicate-service-port", .error, "Two ports of a Service that have the same name or number",
    because: "The API server refuses the Service.",
    bad: "ports: [{name: a, port: 80}, {name: b, port: 80}]",
    good: "ports: [{name: a, port: 80}, {name: b, port: 81}]",
    each: \.services
  ) { service, _, findings in
    let names = Repetition.among(service.ports.compactMap { $0["name"] })
    let numbers = Repetition.among(service.ports.compactMap { PortNumber($0, field: "port")?.node })
    for (second, first) in names + numbers {
      findings.add(
        "two ports of the Service \"\(service.name)\" are \"\(second.text ?? "")\"", at: second.position,
        in: service.resource, notes: [.init("the first one", at: first.position)],
        hint: "give each port a name and a number of its own")
    }
  }
}
