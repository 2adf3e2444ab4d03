internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let obsoleteZoneLabel = Rule(
    "obsolete-zone-label", .warning, "A node's zone or region told by its beta label",
    because: """
      New nodes do not carry failure-domain.beta.kubernetes.io labels everywhere; they were replaced in \
      Kubernetes 1.17 by those of topology.kubernetes.io. Quarks writes the old ones.
      """,
    bad: "- {key: failure-domain.beta.kubernetes.io/zone, operator: In, values: [z1]}",
    good: "- {key: topology.kubernetes.io/zone, operator: In, values: [z1]}"
  ) { inventory, findings in
    let pods = inventory.workloads.map { workload in
      (
        workload.resource,
        ["affinity", "nodeSelector", "topologySpreadConstraints"].compactMap { workload.pod[$0] }
      )
    }
    let others = [("PersistentVolume", ""), ("StorageClass", "storage.k8s.io")].flatMap { kind, group in
      inventory.all(kind, group).map { ($0, [$0.object]) }
    }
    for (resource, nodes) in pods + others {
      for label in nodes.flatMap(obsoleteLabels) {
        findings.add(
          "\"\(label.text)\" is obsolete", at: label.position, in: resource,
          hint: "write topology.kubernetes.io\(label.text.dropFirst(obsoletePrefix.count))")
      }
    }
  }

  private static let obsoletePrefix = "failure-domain.beta.kubernetes.io"

  /// Keys and values alike: the label is a value under `key` and `topologyKey`.
  private static func obsoleteLabels(_ node: Node) -> [Scalar] {
    switch node {
    case .scalar(let scalar): scalar.text.hasPrefix(obsoletePrefix + "/") ? [scalar] : []
    case .sequence(let sequence): sequence.items.flatMap(obsoleteLabels)
    case .mapping(let mapping):
      mapping.pairs.flatMap { obsoleteLabels(.scalar($0.key)) + obsoleteLabels($0.value) }
    }
  }
}
