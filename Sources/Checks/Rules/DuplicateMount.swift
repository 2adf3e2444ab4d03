internal import Diagnostics
internal import YAML

extension Rule {
  static let duplicateMount = Rule(
    "duplicate-mount", .error, "Two volumes that a container mounts at the same path",
    because: "The API server refuses the pods.",
    bad: """
      volumeMounts:
      - name: one
        mountPath: /data
      - name: two
        mountPath: /data
      """,
    good: """
      volumeMounts:
      - name: one
        mountPath: /data
      - name: two
        mountPath: /logs
      """,
    each: \.workloads
  ) { workload, _, findings in
    for container in workload.containers {
      let paths = container.node.items(of: "volumeMounts").compactMap { $0["mountPath"] }
      for (second, first) in Repetition.among(paths) {
        findings.add(
          "the container \"\(container.name)\" mounts two volumes at \"\(second.text ?? "")\"",
          at: second.position, in: workload.resource, notes: [.init("the other one", at: first.position)],
          hint: "mount one of them elsewhere")
      }
    }
  }
}
