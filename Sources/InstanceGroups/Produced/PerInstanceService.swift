import Diagnostics
import Resources
import YAML

/// One Service for each instance, which selects exactly its pod.
enum PerInstanceService {
  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    guard plan.hasInstanceServices else { return [] }
    var products: [Product] = []
    products.reserveCapacity(plan.table.rows.count)
    for workload in plan.workloads where workload.replicas > 0 {
      let prototype = prototype(workload, plan, report)
      for ordinal in workload.ordinals {
        products.append(product(ordinal, workload, plan, prototype))
      }
    }
    return products
  }

  /// What the Services of a zone have in common, with places for what tells them apart.
  private static func prototype(_ workload: Workload, _ plan: GroupPlan, _ report: Report) -> Node {
    let placeholders = Placeholders(workload, group: plan.names.group, report)
    let settings = plan.spec.services.perInstance
    var labels = plan.labels.ofWorkload(workload)
    labels[plan.labels.podOrdinal] = ""
    var selector = plan.labels.ofPodsAlone(workload, placeholders)
    selector[podKey(plan)] = ""
    return plan.service(
      named: "", type: settings.type, labels: labels, selector: selector, settings: settings.common,
      placeholders)
  }

  private static func product(
    _ ordinal: Int, _ workload: Workload, _ plan: GroupPlan, _ prototype: Node
  ) -> Product {
    let position = plan.position
    let number = Node.string(String(ordinal), at: position)
    let pod =
      plan.topology.podOrdinalSource.value == .podName ? .string(workload.pod(ordinal), at: position) : number
    var object = prototype
    _ = object.changeMapping { object in
      object.change("metadata") { metadata in
        metadata["name"] = .string(workload.names.instanceService(ordinal), at: position)
        metadata.change("labels") { $0[plan.labels.podOrdinal] = number }
      }
      object.change("spec") { spec in spec.change("selector") { $0[podKey(plan)] = pod } }
    }
    var product = Product(object, plan, zone: workload.zone?.name, ordinal: ordinal)
    product.resource.earlier = zip(plan.earlierNames, workload.earlierNames).map { names, workload in
      ResourceID(
        gvk: product.resource.gvk, name: workload.instanceService(ordinal), namespace: names.namespace)
    }
    return product
  }

  /// The label by which one pod is told from the others.
  private static func podKey(_ plan: GroupPlan) -> String {
    switch plan.topology.podOrdinalSource.value {
    case .podIndex: "apps.kubernetes.io/pod-index"
    case .podName: "statefulset.kubernetes.io/pod-name"
    case .label: plan.labels.podOrdinal
    }
  }
}

extension Mapping {
  /// Changes the mapping under a key that is there.
  fileprivate mutating func change(_ key: String, _ change: (inout Mapping) -> Void) {
    guard let slot = index(of: key) else { return }
    _ = pairs[slot].value.changeMapping(change)
  }
}
