internal import YAML

/// The zone that the nodes of a workload must be in.
enum NodeZone {
  /// What says the zone of a node, the usual one first.
  static let labels = [
    "topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone", "topology.ebs.csi.aws.com/zone",
    "topology.gke.io/zone", "topology.disk.csi.azure.com/zone",
  ]

  typealias Requirement = (label: String, value: String)

  /// The labels of nodes for which a pod allows one value only.
  static func requirements(of template: Node) -> [Requirement] {
    selected(template) + required(template)
  }

  /// The label of nodes by which workloads are told apart: each requires another value of it.
  static func telling(_ members: [Member]) -> String? {
    let all = members.map { requirements(of: $0.template) }
    guard all.count > 1 else { return nil }
    return all[0].map(\.label).first { label in
      let values = all.compactMap { $0.first { sameBytes($0.label, label) }?.value }
      return values.count == all.count && Set(texts: values).count == all.count
    }
  }

  private static func selected(_ template: Node) -> [Requirement] {
    (template[["spec", "nodeSelector"]]?.mapping?.pairs ?? []).compactMap { pair in
      pair.value.text.map { (pair.key.text, $0) }
    }
  }

  /// Those of the first term; terms are alternatives, so that a zone stands in each of them.
  private static func required(_ template: Node) -> [Requirement] {
    let required = "requiredDuringSchedulingIgnoredDuringExecution"
    let preferred = "preferredDuringSchedulingIgnoredDuringExecution"
    let affinity = template[["spec", "affinity", "nodeAffinity"]]
    let terms = (affinity?[[required, "nodeSelectorTerms"]]?.items ?? [])
      .map { Self.single($0) }
    let wished = (affinity?[preferred]?.items ?? []).flatMap { Self.single($0["preference"] ?? .null) }
    guard let first = terms.first else { return wished }
    return first.filter { requirement in
      terms.dropFirst().allSatisfy { term in
        term.contains { $0.label == requirement.label && sameBytes($0.value, requirement.value) }
      }
    } + wished
  }

  private static func single(_ term: Node) -> [Requirement] {
    (term["matchExpressions"]?.items ?? []).compactMap { expression in
      guard expression["operator"]?.text == "In", let label = expression["key"]?.text,
        let values = expression["values"]?.items, values.count == 1, let value = values[0].text
      else { return nil }
      return (label, value)
    }
  }
}
