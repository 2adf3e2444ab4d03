internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let membersOnOneNode = Rule(
    "members-on-one-node", .warning, "A StatefulSet whose pods may all run on one node",
    because: """
      The loss of that node is the loss of all of them. Stateless workloads are left to the scheduler, \
      which spreads them by itself where it can.
      """
  ) { inventory, findings in
    for workload in inventory.workloads where workload.isStatefulSet {
      guard let replicas = inventory.replicas(of: workload), replicas > 1,
        !PlacementTerm.terms(of: workload).contains(where: { $0.spreads(workload) })
      else { continue }
      findings.add(
        "nothing keeps the \(replicas) pods of \(workload.title) off one node",
        at: workload.resource.namePosition, in: workload.resource,
        hint: "add a podAntiAffinity or topologySpreadConstraints over kubernetes.io/hostname")
    }
  }
}
