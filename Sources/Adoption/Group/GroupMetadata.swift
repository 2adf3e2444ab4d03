internal import Resources
internal import YAML

/// The labels and annotations that everything of the group has.
extension Draft {
  mutating func setMetadata(_ probe: Probe) {
    let others = claimed.map(\.resource)
    let own = zip(rests, probe.zones).map { rest, zone in
      // Of a workload alone, what it gets anyway need not be said.
      others.isEmpty ? rest.labels.without(zone.labels) : rest.labels
    }
    let shared = (own + others.map { $0.labels ?? Mapping() }).common
    labels = Mapping(shared.pairs.filter { !$0.key.text.hasPrefix("\(prefix)/") })
    annotations =
      (zip(rests, probe.zones).map { $0.annotations.without($1.annotations) }
      + others.map { ownAnnotations(of: $0) }).common
  }

  /// What a budget has of its own.
  mutating func setBudgetMetadata() {
    guard var budget = settings["disruptionBudget"]?.mapping,
      let object = claimed.first(where: { $0.resource.gvk.kind.hasSuffix("DisruptionBudget") })?.resource
    else { return }
    if let labels = ownLabels(of: object).without(labels).known { budget["labels"] = labels }
    if let annotations = ownAnnotations(of: object).without(annotations).known {
      budget["annotations"] = annotations
    }
    settings["disruptionBudget"] = .mapping(budget)
  }
}
