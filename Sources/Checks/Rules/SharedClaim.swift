internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let sharedClaim = Rule(
    "shared-claim", .warning, "A ReadWriteOnce claim that several pods of a workload share",
    because:
      "Only one node can mount it: pods on other nodes, and the new pods of a rolling update, may not start.",
    bad: """
      kind: StatefulSet
      persistentVolumeClaim:
        claimName: all # one ReadWriteOnce claim for every pod
      """,
    good: """
      kind: StatefulSet
      volumeClaimTemplates: # one for each
      """,
    each: \.workloads
  ) { workload, inventory, findings in
    guard hasSeveralPods(workload, inventory) else { return }
    for volume in workload.pod.items(of: "volumes") {
      guard let node = volume.at("persistentVolumeClaim", "claimName"), let name = node.text,
        let claim = inventory.object("PersistentVolumeClaim", name: name, in: workload.namespace),
        let modes = claim.object["spec"]?.items(of: "accessModes").compactMap(\.text), !modes.isEmpty,
        modes.allSatisfy({ $0.hasPrefix("ReadWriteOnce") })
      else { continue }
      findings.add(
        "several pods of \(workload.title) share the ReadWriteOnce claim \"\(name)\"", at: node.position,
        in: workload.resource, notes: [.init("this is the claim", at: claim.namePosition)],
        hint: remedy(workload))
    }
  }

  private static func hasSeveralPods(_ workload: Workload, _ inventory: Inventory) -> Bool {
    switch workload.kind {
    case "Deployment", "ReplicaSet", "StatefulSet":
      // An autoscaler is there for more than one.
      inventory.replicas(of: workload).map { $0 > 1 } ?? true
    case "DaemonSet": true
    default: false
    }
  }

  private static func remedy(_ workload: Workload) -> String {
    switch workload.kind {
    case "DaemonSet": "ask for ReadWriteMany, or keep the data on the nodes"
    case "StatefulSet": "use volumeClaimTemplates, or ask for ReadWriteMany"
    default:
      "run one replica with strategy.type: Recreate, ask for ReadWriteMany, or use a StatefulSet with volumeClaimTemplates"
    }
  }
}
