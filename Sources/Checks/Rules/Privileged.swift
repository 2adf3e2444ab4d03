internal import Diagnostics
internal import YAML

extension Rule {
  static let privileged = Rule(
    "privileged", .info, "A container that runs privileged, or as part of the node",
    because: "Whoever breaks into it owns the node.", bad: "hostNetwork: true",
    good: """
      containers:
      - name: web
      """,
    isOptIn: true,
    each: \.workloads
  ) { workload, _, findings in
    for field in ["hostNetwork", "hostPID", "hostIPC"] where workload.pod.isTrue(field) {
      findings.add(
        "the pods of \(workload.title) have \(field)", at: workload.pod[field]?.position,
        in: workload.resource, hint: "leave it out where the program can do without")
    }
    for container in workload.containers {
      guard let node = container.node.at("securityContext", "privileged"), node.text == "true" else {
        continue
      }
      findings.add(
        "the container \"\(container.name)\" is privileged", at: node.position, in: workload.resource,
        hint: "add the capabilities that it needs instead")
    }
  }
}
