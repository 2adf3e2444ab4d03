internal import Diagnostics
internal import YAML

extension Rule {
  static let unknownProbePort = Rule(
    "unknown-probe-port", .error, "A probe or hook that names a port which its container does not have",
    because: "The probe always fails: the container is restarted over and over, or never gets ready.",
    bad: """
      httpGet:
        port: htpp # the container's port is called http
      """,
    good: """
      httpGet:
        port: http
      """,
    each: \.workloads
  ) { workload, _, findings in
    guard !workload.isCompletedElsewhere else { return }
    for container in workload.containers {
      for port in probedPorts(container) {
        guard let name = port.string, !container.portNames.containsBytes(of: name) else { continue }
        findings.add(
          "the container \"\(container.name)\" has no port named \"\(name)\"", at: port.position,
          in: workload.resource,
          hint: quotedNumber(name) ?? likely(name, among: container.portNames, otherwise: "its ports are")
            ?? "name one of the container's ports, or write its number")
      }
    }
  }

  private static func probedPorts(_ container: Container) -> [Node] {
    let probes = ["livenessProbe", "readinessProbe", "startupProbe"].map { container.node[$0] }
    let hooks = ["postStart", "preStop"].map { container.node.at("lifecycle", $0) }
    return (probes + hooks).flatMap { [$0?.at("httpGet", "port"), $0?.at("tcpSocket", "port")] }.compactMap(
      \.self)
  }
}
