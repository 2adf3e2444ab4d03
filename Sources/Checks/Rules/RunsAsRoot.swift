internal import Diagnostics
internal import YAML

extension Rule {
  static let runsAsRoot = Rule(
    "runs-as-root", .info, "A container that may run as root",
    because: "A flaw of the program or of the container runtime then reaches further.",
    bad: """
      containers:
      - name: web
        image: web:1
      """,
    good: """
      containers:
      - name: web
        image: web:1
        securityContext: {runAsNonRoot: true}
      """,
    isOptIn: true,
    each: \.workloads
  ) { workload, _, findings in
    for container in workload.containers {
      let contexts = [container.node["securityContext"], workload.pod["securityContext"]]
      let user = contexts.lazy.compactMap { $0?.integer("runAsUser") }.first
      let refuses = contexts.lazy.compactMap { $0?["runAsNonRoot"]?.text }.first == "true"
      guard user ?? 0 == 0, !refuses else { continue }
      findings.add(
        "the container \"\(container.name)\" may run as root", at: container.node["name"]?.position,
        in: workload.resource, hint: "write runAsNonRoot: true in its securityContext")
    }
  }
}
