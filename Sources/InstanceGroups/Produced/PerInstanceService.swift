import Diagnostics
import Resources
import YAML

/// One Service for each instance of a workload, which selects exactly its pod.
///
/// There may be thousands, so what they have in common is built once.
struct PerInstanceService {
  private let plan: GroupPlan
  private let workload: Workload
  /// A Service with places for what tells it from the others.
  private let prototype: Resource
  /// The label on the Service that says which instance it is for.
  private let ordinalKey: String
  /// The label of the pods by which the Service finds its own.
  private let podKey: String
  /// Whether its value is the name of the pod.
  private let isNamed: Bool

  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    guard plan.hasInstanceServices else { return [] }
    var products: [Product] = []
    products.reserveCapacity(plan.table.rows.count)
    for workload in plan.workloads where workload.replicas > 0 {
      let services = PerInstanceService(plan, workload, report)
      for ordinal in workload.ordinals { products.append(services.product(ordinal, products.count)) }
    }
    return products
  }

  private init(_ plan: GroupPlan, _ workload: Workload, _ report: Report) {
    self.plan = plan
    self.workload = workload
    ordinalKey = plan.labels.podOrdinal
    // Where nothing else tells the zones apart, only the whole name does.
    let source =
      plan.workloads.count > 1 && !plan.labels.tellZonesApart
      ? .podName : plan.topology.podOrdinalSource.value
    isNamed = source == .podName
    podKey =
      switch source {
      case .podIndex: "apps.kubernetes.io/pod-index"
      case .podName: "statefulset.kubernetes.io/pod-name"
      case .label: plan.labels.podOrdinal
      }
    let placeholders = Placeholders(workload, group: plan.names.group, report)
    let settings = plan.spec.services.perInstance
    var labels = plan.labels.ofWorkload(workload)
    labels[ordinalKey] = ""
    var selector = plan.labels.selecting(workload, placeholders)
    selector[podKey] = ""
    let object = plan.service(
      named: "", role: .instance, type: settings.type, labels: labels, selector: selector,
      settings: settings.common,
      placeholders)
    prototype = Product(object, plan).resource
  }

  /// - Parameter index: of the instance, over all zones.
  private func product(_ ordinal: Int, _ index: Int) -> Product {
    let position = plan.position
    let number = Node.string(String(ordinal), at: position)
    var resource = prototype
    _ = resource.object.changeMapping { object in
      object.change("metadata") { metadata in
        metadata["name"] = .string(workload.names.instanceService(ordinal), at: position)
        metadata.change("labels") { $0[ordinalKey] = number }
      }
      object.change("spec") { spec in
        spec.change("selector") {
          $0[podKey] = isNamed ? .string(workload.pod(ordinal), at: position) : number
        }
        if let base = plan.spec.services.perInstance.nodePortBase {
          spec["ports"] = .sequence(NodePorts.ports(plan.ports, of: index, from: base))
        }
      }
    }
    resource.earlier = zip(plan.earlierNames, workload.earlierNames).map { names, workload in
      ResourceID(gvk: prototype.gvk, name: workload.instanceService(ordinal), namespace: names.namespace)
    }
    return Product(resource: resource, zone: workload.zone?.name, ordinal: ordinal)
  }
}

extension Mapping {
  /// Changes the mapping under a key that is there.
  fileprivate mutating func change(_ key: String, _ change: (inout Mapping) -> Void) {
    guard let slot = index(of: key) else { return }
    _ = pairs[slot].value.changeMapping(change)
  }
}
