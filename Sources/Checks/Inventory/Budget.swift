internal import Resources
internal import YAML

/// A PodDisruptionBudget, or one of Grafana's rollout-operator that goes by zones, with the pods that it counts.
struct Budget: Sendable {
  /// As kind and API group.
  static let kinds = [
    ("PodDisruptionBudget", "policy"), ("ZoneAwarePodDisruptionBudget", "rollout-operator.grafana.com"),
  ]

  let resource: Resource
  let selector: PodSelector?
  let selection: Selection<Workload>

  init(_ resource: Resource, _ pods: LabelIndex<Workload>) {
    self.resource = resource
    selector = PodSelector(resource.object.at("spec", "selector"))
    selection = selector.map { pods.selected(by: $0, in: resource.effectiveNamespace) } ?? Selection([])
  }

  var workloads: [Workload] { selection.members }

  var name: String { resource.name }
}
