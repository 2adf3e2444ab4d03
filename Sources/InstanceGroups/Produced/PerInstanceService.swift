import Diagnostics
import Resources
import YAML

/// One Service for each instance of a workload, which selects exactly its pod.
///
/// There may be thousands, so what they have in common is built once.
struct PerInstanceService {
  private let plan: GroupPlan
  private let workload: Workload
  private let report: Report
  /// A Service with places for what tells it from the others.
  private let prototype: Resource
  /// Whether more tells them apart, because the settings name the instance.
  private let differ: Bool
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
      for row in plan.rows(of: workload) { products.append(services.product(row)) }
    }
    return products
  }

  private init(_ plan: GroupPlan, _ workload: Workload, _ report: Report) {
    self.plan = plan
    self.workload = workload
    self.report = report
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
    differ = plan.instanceServicesDiffer
    // Where they differ, each is made anew, and what is made here is not used.
    prototype =
      differ
      ? Resource(object: .null)
      : Self.service(plan, workload, podKey, ordinalKey, plan.placeholders(workload, report))
  }

  private static func service(
    _ plan: GroupPlan, _ workload: Workload, _ podKey: String, _ ordinalKey: String,
    _ placeholders: Placeholders
  ) -> Resource {
    let settings = plan.spec.services.perInstance
    var labels = plan.labels.ofWorkload(workload)
    labels[ordinalKey] = ""
    var selector = plan.labels.selecting(workload, placeholders)
    selector[podKey] = ""
    let object = plan.service(
      named: "", role: .instance, type: settings.type, labels: labels, selector: selector,
      settings: settings.common, placeholders)
    return Product(object, plan).resource
  }

  private func product(_ row: InstanceTable.Instance) -> Product {
    let position = plan.position
    let ordinal = row.ordinal
    let number = Node.string(String(ordinal), at: position)
    var resource =
      differ
      ? Self.service(plan, workload, podKey, ordinalKey, plan.placeholders(row, workload, report)) : prototype
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
          spec.changeSequence("ports") { NodePorts.number(&$0, of: row.index, from: base) }
        }
      }
    }
    resource.earlier = zip(plan.earlierNames, workload.earlierNames).map { names, workload in
      ResourceID(gvk: resource.gvk, name: workload.instanceService(ordinal), namespace: names.namespace)
    }
    return Product(resource: resource, zone: workload.zone?.name, ordinal: ordinal)
  }
}

extension GroupPlan {
  /// Whether what is said of the Services of instances names the instance.
  fileprivate var instanceServicesDiffer: Bool {
    let settings = spec.services.perInstance.common
    let said =
      [
        settings.labels, settings.annotations, settings.spec, group.metadata.labels,
        group.metadata.annotations,
      ]
      .map { Node.mapping($0) } + ports.map(\.node)
    return said.contains { $0.varies(within: .zone) }
  }
}
