internal import Diagnostics
internal import YAML

extension Rule {
  static let missingReadiness = Rule(
    "missing-readiness", .info, "A pod behind a Service that has no readiness probe",
    because: "It gets requests before it can answer them, and goes on to get them when it can't.",
    isOptIn: true
  ) { inventory, findings in
    var said: Set<ObjectIdentifier> = []
    for workload in inventory.services.flatMap(\.workloads) {
      guard !workload.containers.contains(where: { $0.node["readinessProbe"] != nil }),
        said.insert(ObjectIdentifier(workload)).inserted
      else { continue }
      findings.add(
        "no container of \(workload.title) has a readinessProbe", at: workload.pod["containers"]?.position,
        in: workload.resource, hint: "add a readinessProbe to the container that answers")
    }
  }
}
