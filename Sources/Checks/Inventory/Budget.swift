internal import Resources
internal import YAML

/// A PodDisruptionBudget with the pods that it counts.
struct Budget {
  let resource: Resource
  let selector: PodSelector?
  let workloads: [Workload]

  /// - Parameter known: what budgets with one selector in one namespace select, which may be thousands of both.
  private init(_ resource: Resource, _ pods: PodIndex, _ known: inout [[KeyBytes]: [Workload]]) {
    self.resource = resource
    selector = PodSelector(resource.object.at("spec", "selector"))
    guard let selector else {
      workloads = []
      return
    }
    let namespace = resource.effectiveNamespace
    let key = [KeyBytes(text: namespace)] + selector.key
    workloads = known[key] ?? pods.selected(by: selector, in: namespace)
    known[key] = workloads
  }

  static func budgets(_ resources: [Resource], _ pods: PodIndex) -> [Budget] {
    var known: [[KeyBytes]: [Workload]] = [:]
    return resources.map { Budget($0, pods, &known) }
  }

  var name: String { resource.name }
}
