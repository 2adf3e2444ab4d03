internal import Resources
internal import YAML

/// Why objects that a group could have stay plain resources.
struct RestReasons {
  private let set: ResourceSet
  private let families: [Family]
  /// The labels of their pods, by the place of the family.
  private let pods: LabelIndex
  private let owners: [Int]

  init(_ set: ResourceSet, _ families: [Family]) {
    self.set = set
    self.families = families
    owners = families.indices.flatMap { index in families[index].members.map { _ in index } }
    pods = LabelIndex(
      families.flatMap(\.members).enumerated().map { ($0, $1.resource.namespace, $1.podLabels) })
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
    case ("", "Service"), ("policy", "PodDisruptionBudget"), (_, "ZoneAwarePodDisruptionBudget"):
      reasonOfSelector(resource)
    default: nil
    }
  }

  private func reasonOfSelector(_ resource: Resource) -> String {
    guard let selector = resource.selectedLabels, !selector.isEmpty else {
      return "it selects no pods by labels"
    }
    let own = ["statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"]
    if selector.pairs.contains(where: { own.contains($0.key.text) }) {
      return "it selects single pods, and not one of each"
    }
    let selected = Set(pods.holding(selector, in: resource.namespace).map { owners[$0] })
    switch (selected.count, selected.first) {
    case (1, let only?):
      return "the group \"\(families[only].name)\" has one already, or selects by other labels"
    case (0, _): return "it selects the pods of no group"
    default: return "it selects the pods of \(selected.count) groups"
    }
  }
}
