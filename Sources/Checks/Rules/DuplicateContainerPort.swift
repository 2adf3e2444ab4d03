internal import Diagnostics
internal import YAML

extension Rule {
  static let duplicateContainerPort = Rule(
    "duplicate-container-port", .warning, "Two ports of a pod that have the same name or number",
    because:
      "The containers of a pod share its network: one of the two can't listen, and a name leads to the first."
  ) { inventory, findings in
    for workload in inventory.workloads {
      let ports = workload.containers.filter { !$0.endsFirst }.flatMap { $0.node.items(of: "ports") }
      let names = Repetition.among(ports.compactMap { $0["name"] })
      let numbers = Repetition.among(ports.compactMap(PortNumber.init).map(\.node))
      for (second, first) in names + numbers {
        findings.add(
          "two ports of \(workload.title) are \"\(second.text ?? "")\"", at: second.position,
          in: workload.resource, notes: [.init("the first one", at: first.position)],
          hint: "give each port a name and a number of its own")
      }
    }
  }
}
