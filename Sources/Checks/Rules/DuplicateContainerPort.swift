internal import Diagnostics
internal import YAML

extension Rule {
  static let duplicateContainerPort = Rule(
    "duplicate-container-port", .warning, "Two ports of a pod that have the same name or number",
    because: """
      The containers of a pod share its network: one of two can't listen, and a name leads to the first. Within \
      one container, number and protocol are the key of the list: server-side apply refuses it, and a patch \
      finds only one of them.
      """,
    bad: """
      ports:
      - {name: http, containerPort: 80}
      - {name: http, containerPort: 81}
      """,
    good: """
      ports:
      - {name: http, containerPort: 80}
      - {name: admin, containerPort: 81}
      """,
    each: \.workloads
  ) { workload, _, findings in
    let containers = workload.containers.filter { !$0.endsFirst }
    let ports = containers.map { $0.node.items(of: "ports") }
    let names = Repetition.among(ports.joined().compactMap { $0["name"] })
    let own = ports.map { Repetition.among($0.compactMap(PortNumber.init).map(\.node)) }
    // Each number once for each container, so that only those of different containers meet.
    let numbers = Repetition.among(ports.flatMap { distinct($0.compactMap(PortNumber.init).map(\.node)) })
    for (second, first) in names + numbers {
      findings.add(
        "two ports of \(workload.title) are \"\(second.text ?? "")\"", at: second.position,
        in: workload.resource, notes: [.init("the first one", at: first.position)],
        hint: "give each port a name and a number of its own")
    }
    for (container, repetitions) in zip(containers, own) {
      for (second, first) in repetitions {
        findings.add(
          "the container \"\(container.name)\" lists the port \"\(second.text ?? "")\" twice",
          at: second.position, in: workload.resource, notes: [.init("the first one", at: first.position)],
          hint: "leave one of them out")
      }
    }
  }

  private static func distinct(_ nodes: [Node]) -> [Node] {
    var said: Set<KeyBytes> = []
    return nodes.filter { said.insert($0.text ?? "") }
  }
}
