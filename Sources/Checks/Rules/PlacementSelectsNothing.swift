internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let placementSelectsNothing = Rule(
    "placement-selects-nothing", .warning,
    "An affinity, anti-affinity or topology spread constraint that matches no pod",
    because: "It does nothing, or for an affinity that is required, the pods are never scheduled."
  ) { inventory, findings in
    for workload in inventory.workloads {
      for term in PlacementTerm.terms(of: workload) {
        guard let namespaces = term.namespaces(of: workload) else { continue }
        let matches = namespaces.contains { namespace in
          term.selector.map { inventory.hasPods(selectedBy: $0, in: namespace) } ?? false
        }
        guard !matches else { continue }
        findings.add(
          "a \(term.kind.rawValue) of \(workload.title) matches no pods, not even its own",
          at: (term.selector?.position).flatMap { $0.isKnown ? $0 : nil } ?? term.node.position,
          in: workload.resource,
          hint: term.selector?.remedy(inventory, in: namespaces[0])
            ?? "give it a labelSelector that matches the pod template's labels")
      }
    }
  }
}
