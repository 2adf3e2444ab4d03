internal import Diagnostics
internal import YAML

extension Rule {
  static let defeatedZoneAffinity = Rule(
    "defeated-zone-affinity", .warning,
    "A node affinity to a zone that another term of the same affinity defeats",
    because: "nodeSelectorTerms are alternatives: a term without the zone lets the pods run in every zone.",
    bad: """
      nodeSelectorTerms: # alternatives: the second lets the pods into every zone
      - matchExpressions:
        - {key: topology.kubernetes.io/zone, operator: In, values: [z1]}
      - matchExpressions:
        - {key: disk, operator: In, values: [ssd]}
      """,
    good: """
      nodeSelectorTerms:
      - matchExpressions:
        - {key: topology.kubernetes.io/zone, operator: In, values: [z1]}
        - {key: disk, operator: In, values: [ssd]}
      """,
    each: \.workloads
  ) { workload, _, findings in
    let terms = workload.pod.at(
      "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms")
    let isPinned =
      workload.pod["nodeSelector"]?.mapping?.pairs.contains { isZoneLabel($0.key.text) } ?? false
    guard let terms = terms?.items, !isPinned, let pinned = terms.first(where: namesZone) else { return }
    for term in terms where !namesZone(term) && !isEmpty(term) {
      findings.add(
        "a node affinity term of \(workload.title) lets its pods leave their zone", at: term.position,
        in: workload.resource,
        notes: [.init("this term keeps them there, but either of them is enough", at: pinned.position)],
        hint: "put its expressions into the term that names the zone")
    }
  }

  /// An empty term matches no node.
  private static func isEmpty(_ term: Node) -> Bool {
    term.items(of: "matchExpressions").isEmpty && term.items(of: "matchFields").isEmpty
  }

  private static func namesZone(_ term: Node) -> Bool {
    term.items(of: "matchExpressions").contains { expression in
      expression["operator"]?.text == "In" && isZoneLabel(expression["key"]?.text ?? "")
    }
  }

  private static func isZoneLabel(_ key: String) -> Bool { key.hasSuffix("/zone") }
}
