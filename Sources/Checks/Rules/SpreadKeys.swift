internal import Diagnostics
internal import YAML

extension Rule {
  static let spreadKeys = Rule(
    "spread-keys", .error, "A label in matchLabelKeys that is in the labelSelector as well, or without one",
    because: """
      The scheduler adds each key with the value of the pod to the selector, and the server refuses one that is there \
      already (Kubernetes 1.34 `validateTopologySpreadConstraints`).
      """
  ) { inventory, findings in
    for workload in inventory.workloads {
      for constraint in workload.pod.items(of: "topologySpreadConstraints") {
        let selector = constraint["labelSelector"]
        let selected = Set(
          texts: (selector?["matchLabels"]?.mapping?.pairs ?? []).map(\.key.text)
            + (selector?.items(of: "matchExpressions") ?? []).compactMap { $0["key"]?.text })
        for key in constraint.items(of: "matchLabelKeys") {
          guard let name = key.text, selector == nil || selected.contains(name) else { continue }
          findings.add(
            selector == nil
              ? "matchLabelKeys has no meaning without a labelSelector"
              : "\"\(name)\" is in matchLabelKeys and in the labelSelector",
            at: key.position, in: workload.resource,
            hint: selector == nil
              ? "add the labelSelector that the keys narrow" : "leave it out of one of them")
        }
      }
    }
  }
}
