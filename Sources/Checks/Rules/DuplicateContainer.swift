internal import Diagnostics
internal import YAML

extension Rule {
  static let duplicateContainer = Rule(
    "duplicate-container", .error, "Two containers or two volumes of a pod that have the same name",
    because: "The API server refuses the pods.",
    bad: """
      containers:
      - name: web
        image: web:1
      - name: web
        image: web:1
      """,
    good: """
      containers:
      - name: web
        image: web:1
      - name: proxy
      """,
    each: \.workloads
  ) { workload, _, findings in
    let containers = workload.containers.compactMap { $0.node["name"] }
    let volumes = workload.pod.items(of: "volumes").compactMap { $0["name"] }
    for (what, names) in [("containers", containers), ("volumes", volumes)] {
      for (second, first) in Repetition.among(names) {
        findings.add(
          "two \(what) of \(workload.title) are named \"\(second.text ?? "")\"", at: second.position,
          in: workload.resource, notes: [.init("the first one", at: first.position)],
          hint: "rename one of them")
      }
    }
  }
}
