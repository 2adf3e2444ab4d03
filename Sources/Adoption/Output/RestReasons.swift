internal import Resources
internal import YAML

/// Why objects that a group could have stay plain resources.
struct RestReasons {
  private let set: ResourceSet
  private let families: [Family]

  init(_ set: ResourceSet, _ families: [Family]) {
    self.set = set
    self.families = families
  }

  func remarks(of places: [Int]) -> [Remark] {
    places.compactMap { place in
      let resource = set.resources[place]
      return reason(for: resource).map { Remark(object: resource, reason: $0) }
    }
  }

  private func reason(for resource: Resource) -> String? {
    switch (resource.gvk.group, resource.gvk.kind) {
    case ("apps", "Deployment"): "a group of one Deployment would say nothing more"
    case ("", "Service"): reason(selector: resource.object[["spec", "selector"]]?.mapping, resource)
    case ("policy", "PodDisruptionBudget"), (_, "ZoneAwarePodDisruptionBudget"):
      reason(selector: resource.object[["spec", "selector", "matchLabels"]]?.mapping, resource)
    default: nil
    }
  }

  private func reason(selector: Mapping?, _ resource: Resource) -> String {
    guard let selector, !selector.isEmpty else { return "it selects no pods by labels" }
    let own = ["statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"]
    if selector.pairs.contains(where: { own.contains($0.key.text) }) {
      return "it selects single pods, and not one of each"
    }
    let selected = families.filter { family in
      sameBytes(family.namespace, resource.namespace)
        && family.members.contains { $0.podLabels.holds(selector) }
    }
    switch selected.count {
    case 0: return "it selects the pods of no group"
    case 1: return "the group \"\(selected[0].name)\" has one already, or selects by other labels"
    default: return "it selects the pods of \(selected.count) groups"
    }
  }
}
