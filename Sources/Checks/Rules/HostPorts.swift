internal import Diagnostics
internal import YAML

extension Rule {
  static let hostPorts = Rule(
    "host-port", .error, "A hostPort that is not the containerPort in a pod with hostNetwork",
    because: "The container listens on the host's network itself; the server refuses another number.",
    bad: """
      hostNetwork: true
      ports: [{containerPort: 80, hostPort: 8080}]
      """,
    good: """
      hostNetwork: true
      ports: [{containerPort: 80, hostPort: 80}]
      """,
    each: \.workloads
  ) { workload, _, findings in
    guard workload.pod.isTrue("hostNetwork") else { return }
    for port in workload.containers.flatMap({ $0.node.items(of: "ports") }) {
      guard let host = port["hostPort"]?.scalar, let own = port["containerPort"]?.scalar,
        let hostPort = host.integer,
        let ownPort = own.integer, hostPort != 0, hostPort != ownPort
      else { continue }
      findings.add(
        "the hostPort \(hostPort) is not the containerPort \(ownPort), although the pod has hostNetwork",
        at: host.position, in: workload.resource, hint: "write \(ownPort) for both, or leave hostPort out")
    }
  }
}
