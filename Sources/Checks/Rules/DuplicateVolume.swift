internal import Diagnostics
internal import YAML

extension Rule {
  static let duplicateVolume = Rule(
    "duplicate-volume", .error, "Two volumes of a pod that have the same name",
    because: "The server refuses the pod: a mount could mean either.",
    bad: """
      volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}, {name: a, emptyDir: {}}]
      """,
    good: "volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}]",
    each: \.workloads
  ) { workload, _, findings in
    for (second, first) in Repetition.among(workload.pod.items(of: "volumes").compactMap { $0["name"] }) {
      findings.add(
        "two volumes of \(workload.title) are called \"\(second.text ?? "")\"", at: second.position,
        in: workload.resource, notes: [.init("the first one", at: first.position)],
        hint: "leave one of them out, or give it another name")
    }
  }
}
