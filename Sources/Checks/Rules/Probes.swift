internal import Diagnostics
internal import YAML

extension Rule {
  static let livenessBeforeReadiness = Rule(
    "liveness-before-readiness", .info,
    "A liveness probe that asks the same as the readiness probe and fails as soon or sooner",
    because: """
      A container that is only busy is restarted before it is taken out of its Services, which leaves the others more to \
      do.
      """,
    bad: """
      readinessProbe: {httpGet: {path: /, port: 80}}
      livenessProbe: {httpGet: {path: /, port: 80}}
      """,
    good: """
      readinessProbe: {httpGet: {path: /, port: 80}}
      livenessProbe: {httpGet: {path: /, port: 80}, failureThreshold: 6}
      """,
    isOptIn: true,
    each: \.workloads
  ) { workload, _, findings in
    for container in workload.containers {
      guard let liveness = Probe(container.node["livenessProbe"]),
        let readiness = Probe(container.node["readinessProbe"]), liveness.asksTheSame(as: readiness),
        liveness.failsAfter <= readiness.failsAfter
      else { continue }
      findings.add(
        "the liveness probe of the container \"\(container.name)\" fails after \(liveness.failsAfter) s, its readiness probe after \(readiness.failsAfter) s",
        at: liveness.node.position, in: workload.resource,
        notes: [.init("both ask the same", at: readiness.node.position)],
        hint: "give the liveness probe a higher failureThreshold, or another question")
    }
  }
}

/// A probe as the kubelet carries it out.
private struct Probe {
  let node: Node

  init?(_ node: Node?) {
    guard let node, node.mapping != nil else { return nil }
    self.node = node
  }

  private static let handlers = ["exec", "httpGet", "tcpSocket", "grpc"]

  func asksTheSame(as other: Probe) -> Bool {
    Self.handlers.contains { handler in
      guard let own = node[handler], let others = other.node[handler] else { return false }
      return own.sameData(as: others)
    }
  }

  /// In seconds, with the server's defaults.
  var failsAfter: Int {
    max(1, node.integer("failureThreshold") ?? 3) * max(1, node.integer("periodSeconds") ?? 10)
  }
}
