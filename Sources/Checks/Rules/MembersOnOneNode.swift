internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let membersOnOneNode = Rule(
    "members-on-one-node", .warning,
    "A StatefulSet, or several that are one cluster, whose pods may all run on one node",
    because: """
      The loss of that node is the loss of all of them: the scheduler spreads pods where it can, but promises \
      nothing. For stateless workloads that is enough.
      """,
    bad: """
      kind: StatefulSet
      metadata:
        name: web
      spec:
        replicas: 3
      """,
    good: """
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
          - topologyKey: kubernetes.io/hostname
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
    for cluster in SplitCluster.clusters(inventory) where cluster.mayShareNode {
      let first = cluster.sets[0]
      findings.add(
        "nothing keeps \(first.title) and \(cluster.sets.count - 1) more of the Service \"\(cluster.service)\" off one node",
        at: first.resource.namePosition, in: first.resource,
        notes: [.init("this is another one", at: cluster.sets[1].resource.namePosition)],
        hint:
          "add a podAntiAffinity to each, with labels that all of them have, or a node affinity to a zone of its own"
      )
    }
  }

  /// Whether the pods ask for a port of the node, which no two of them can have.
  fileprivate static func takesPortsOfNode(_ workload: Workload) -> Bool {
    let isOnHost = workload.pod.isTrue("hostNetwork")
    return workload.containers.contains { container in
      container.node.items(of: "ports").contains { isOnHost || $0["hostPort"] != nil }
    }
  }
}

/// StatefulSets of one pod each that have their names in DNS from one Service and run the same image: the members of
/// one cluster.
private struct SplitCluster {
  let service: String
  private(set) var sets: [Workload]

  private struct Key: Hashable {
    let service: KeyBytes
    let image: KeyBytes
  }

  static func clusters(_ inventory: Inventory) -> [SplitCluster] {
    var clusters: [SplitCluster] = []
    var places: [Key: Int] = [:]
    for workload in inventory.workloads where workload.isStatefulSet && inventory.replicas(of: workload) == 1
    {
      guard let service = workload.governingService?.text, !service.isEmpty,
        let image = workload.pod.items(of: "containers").first?["image"]?.text
      else { continue }
      let key = Key(service: KeyBytes(text: "\(workload.namespace) \(service)"), image: KeyBytes(text: image))
      if let place = places[key] {
        clusters[place].sets.append(workload)
      } else {
        places[key] = clusters.count
        clusters.append(SplitCluster(service: service, sets: [workload]))
      }
    }
    return clusters.filter { $0.sets.count > 1 }
  }

  /// Whether no member says anything about nodes, and two that follow each other nothing about each other.
  var mayShareNode: Bool {
    !sets.contains {
      $0.pod["nodeSelector"] != nil || $0.pod.at("affinity", "nodeAffinity") != nil
        || $0.pod["nodeName"] != nil || Rule.takesPortsOfNode($0)
    }
      && zip(sets, sets.dropFirst()).contains { !keepsApart($0, $1) && !keepsApart($1, $0) }
  }

  private func keepsApart(_ one: Workload, _ other: Workload) -> Bool {
    PlacementTerm.terms(of: one).contains { term in
      guard term.kind != .affinity, let selector = term.selector else { return false }
      return other.isSelected(by: selector)
    }
  }
}
