internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let placementSelectsNothing = Rule(
    "placement-selects-nothing", .warning,
    "An affinity, anti-affinity or topology spread constraint that matches no pod",
    because: "It does nothing, or for an affinity that is required, the pods are never scheduled.",
    bad: """
      labelSelector:
        matchLabels: {app: nera} # the pods have app: near
      """,
    good: """
      labelSelector:
        matchLabels: {app: near}
      """,
    each: \.workloads
  ) { workload, inventory, findings in
    for term in PlacementTerm.terms(of: workload) {
      guard let namespaces = term.namespaces(of: workload), namespaces.allSatisfy(inventory.hasPods(in:)),
        !namespaces.contains(where: { isMet(term, in: $0, inventory) }),
        term.concerns(workload, inventory, in: namespaces)
      else { continue }
      findings.add(
        "a \(term.kind.rawValue) of \(workload.title) matches no pods, not even its own",
        at: (term.selector?.position).flatMap { $0.isKnown ? $0 : nil } ?? term.node.position,
        in: workload.resource,
        hint: term.selector?.remedy(inventory, in: namespaces[0])
          ?? "give it a labelSelector that matches the pod template's labels")
    }
  }

  private static func isMet(_ term: PlacementTerm, in namespace: String, _ inventory: Inventory) -> Bool {
    term.selector.map { !inventory.lacksPods(selectedBy: $0, in: namespace) } ?? false
  }
}

extension PlacementTerm {
  /// Whether it is about pods that the set would have: to keep away from those of somebody else, or close to them,
  /// is what such terms are for. A constraint always counts the workload's own pods; an anti-affinity that says
  /// something of a label of these is about them; an affinity seems to be misspelled.
  fileprivate func concerns(
    _ workload: Workload, _ inventory: Inventory, in namespaces: [String]
  ) -> Bool {
    guard let selector else { return true }
    switch kind {
    case .spread: return true
    case .antiAffinity: return selector.requirements.contains { workload.labels?[$0.key] != nil }
    case .affinity:
      return selector.requirements.contains { requirement in
        guard case .among(let key, let values) = requirement else { return false }
        let known = namespaces.flatMap { inventory.values(of: key, in: $0) }
        return values.contains { !known.contains($0) && likely($0, among: known) != nil }
      }
    }
  }
}
