internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingClaim = Rule(
    "missing-claim", .warning, "A PersistentVolumeClaim that is not in the set, although others are",
    because: "The pods are not scheduled until it is there."
  ) { inventory, findings in
    let claims = inventory.all("PersistentVolumeClaim")
    guard !claims.isEmpty else { return }
    for workload in inventory.workloads {
      for volume in workload.pod.items(of: "volumes") {
        guard let node = volume.at("persistentVolumeClaim", "claimName"), let name = node.text,
          inventory.object("PersistentVolumeClaim", name: name, in: workload.namespace) == nil
        else { continue }
        findings.add(
          "the PersistentVolumeClaim \"\(name)\" is not in this set", at: node.position,
          in: workload.resource,
          hint: likely(name, among: claims.map(\.name)) ?? "add it, or name one that is there")
      }
    }
  }
}
