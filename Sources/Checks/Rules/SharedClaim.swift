internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let sharedClaim = Rule(
    "shared-claim", .warning, "A ReadWriteOnce claim that several pods of a Deployment share",
    because:
      "Only one node can mount it: pods on other nodes, and the new pods of a rolling update, never start."
  ) { inventory, findings in
    for workload in inventory.workloads where workload.kind == "Deployment" && workload.replicas ?? 0 > 1 {
      for volume in workload.pod.items(of: "volumes") {
        guard let node = volume.at("persistentVolumeClaim", "claimName"), let name = node.text,
          let claim = inventory.object("PersistentVolumeClaim", name: name, in: workload.namespace),
          let modes = claim.object["spec"]?.items(of: "accessModes").compactMap(\.text), !modes.isEmpty,
          modes.allSatisfy({ $0.hasPrefix("ReadWriteOnce") })
        else { continue }
        findings.add(
          "several pods of \(workload.title) share the ReadWriteOnce claim \"\(name)\"", at: node.position,
          in: workload.resource, notes: [.init("this is the claim", at: claim.namePosition)],
          hint: "run one replica, ask for ReadWriteMany, or use a StatefulSet with volumeClaimTemplates")
      }
    }
  }
}
