internal import Diagnostics
internal import YAML

extension Rule {
  static let missingReadiness = Rule(
    "missing-readiness", .info, "A pod behind a Service that has no readiness probe",
    because: "It gets requests before it can answer them, and goes on to get them when it can't.",
    bad: """
      containers: # of a pod behind a Service
      - name: web
        image: web:1
      """,
    good: """
      - name: web
        image: web:1
        readinessProbe:
      """,
    isOptIn: true
  ) { inventory, findings in
    var said: Set<ObjectIdentifier> = []
    var selections: Set<ObjectIdentifier> = []
    let seen = inventory.services.filter { selections.insert(ObjectIdentifier($0.selection)).inserted }
    for workload in seen.flatMap(\.workloads) {
      guard !workload.containers.contains(where: { $0.node["readinessProbe"] != nil }),
        said.insert(ObjectIdentifier(workload)).inserted
      else { continue }
      findings.add(
        "no container of \(workload.title) has a readinessProbe", at: workload.pod["containers"]?.position,
        in: workload.resource, hint: "add a readinessProbe to the container that answers")
    }
  }
}
