internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let membersOnOneNode = Rule(
    "members-on-one-node", .warning, "A StatefulSet whose pods may all run on one node",
    because: """
      The loss of that node is the loss of all of them: the scheduler spreads pods where it can, but promises \
      nothing. For stateless workloads that is enough.
      """
  ) { inventory, findings in
    for workload in inventory.workloads where workload.isStatefulSet {
      guard let replicas = inventory.replicas(of: workload), replicas > 1,
        !PlacementTerm.terms(of: workload).contains(where: { $0.spreads(workload, replicas) }),
        !takesPortsOfNode(workload)
      else { continue }
      findings.add(
        "nothing keeps the \(replicas) pods of \(workload.title) off one node",
        at: workload.resource.namePosition, in: workload.resource,
        hint: "add a podAntiAffinity or topologySpreadConstraints over kubernetes.io/hostname")
    }
  }

  /// Whether the pods ask for a port of the node, which no two of them can have.
  private static func takesPortsOfNode(_ workload: Workload) -> Bool {
    let isOnHost = workload.pod.isTrue("hostNetwork")
    return workload.containers.contains { container in
      container.node.items(of: "ports").contains { isOnHost || $0["hostPort"] != nil }
    }
  }
}
