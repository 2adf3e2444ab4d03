internal import Diagnostics
internal import YAML

extension Rule {
  static let duplicateEnvironment = Rule(
    "duplicate-env", .warning, "A variable that a container sets twice",
    because: "The last one wins, and server-side apply refuses the list because the name is its key.",
    bad: """
      env:
      - name: ZONE
        value: x
      - name: ZONE
        value: "y"
      """,
    good: """
      env:
      - name: ZONE
        value: x
      - name: REGION
      """,
    each: \.workloads
  ) { workload, _, findings in
    for container in workload.containers {
      for (second, first) in Repetition.among(container.node.items(of: "env").compactMap { $0["name"] }) {
        findings.add(
          "the container \"\(container.name)\" sets \"\(second.text ?? "")\" twice", at: second.position,
          in: workload.resource, notes: [.init("the first one", at: first.position)],
          hint: "leave one of them out")
      }
    }
  }
}
