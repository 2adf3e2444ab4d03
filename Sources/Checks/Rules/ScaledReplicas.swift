internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let scaledReplicas = Rule(
    "scaled-replicas", .warning, "A number of replicas that an autoscaler changes",
    because: "Every apply sets the number back to what is written, whatever the load.",
    bad: "replicas: 1 # an autoscaler scales this Deployment",
    good: """
      kind: Deployment
      spec:
        selector:
      """,
    each: \.workloads
  ) { workload, inventory, findings in
    guard workload.replicas != nil && inventory.replicas(of: workload) == nil,
      let replicas = workload.resource.object.at("spec", "replicas"), replicas.text != nil
    else { return }
    findings.add(
      "\(workload.title) sets replicas, which an autoscaler decides", at: replicas.position,
      in: workload.resource, hint: "leave replicas out, and set the least number in the autoscaler")
  }
}
