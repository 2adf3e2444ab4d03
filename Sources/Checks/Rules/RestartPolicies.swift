internal import Diagnostics
internal import YAML

extension Rule {
  static let restartPolicy = Rule(
    "restart-policy", .error, "A restartPolicy that the pods of this kind can't have",
    because: """
      Pods of a Job end: Never or OnFailure has to be said. Those of Deployments, StatefulSets and DaemonSets don't: \
      Always is all that they can have (Kubernetes 1.34 `ValidatePodTemplateSpec…`).
      """,
    bad: """
      kind: Job
      template:
        spec:
          containers: # Always, unless something else is said
      """,
    good: """
      kind: Job
      template:
        spec:
          restartPolicy: Never
      """,
    each: \.workloads
  ) { workload, _, findings in
    let node = workload.pod["restartPolicy"]
    let policy = node?.text ?? "Always"
    let allowed: [String]
    switch workload.kind {
    case "Job", "CronJob": allowed = ["OnFailure", "Never"]
    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController":
      allowed = ["Always"]
    default: return
    }
    guard !allowed.contains(policy), !policy.isReplacedLater else { return }
    findings.add(
      "the pods of \(workload.title) can't have the restartPolicy \(policy)",
      at: node?.position ?? workload.pod.position, in: workload.resource,
      hint: "write restartPolicy: \(allowed.joined(separator: " or "))")
  }
}
