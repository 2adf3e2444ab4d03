internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let networkPolicySelectsNothing = Rule(
    "network-policy-selects-nothing", .warning, "A NetworkPolicy that selects no pods",
    because: "The traffic that it was to forbid is allowed.",
    bad: "podSelector: {matchLabels: {app: wbe}} # the pods have app: web",
    good: "podSelector: {matchLabels: {app: web}}"
  ) { inventory, findings in
    for policy in inventory.all("NetworkPolicy", "networking.k8s.io") {
      let namespace = policy.effectiveNamespace
      // An empty selector means every pod that there will ever be.
      guard let selector = PodSelector(policy.object.at("spec", "podSelector")),
        !selector.requirements.isEmpty,
        inventory.lacksPods(selectedBy: selector, in: namespace)
      else { continue }
      findings.add(
        "the NetworkPolicy \"\(policy.name)\" selects no pods", at: selector.position, in: policy,
        hint: selector.remedy(inventory, in: namespace))
    }
  }
}
