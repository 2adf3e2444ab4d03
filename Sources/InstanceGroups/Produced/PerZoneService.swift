import Diagnostics
import YAML

/// One Service for the instances of each zone.
enum PerZoneService {
  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    let settings = plan.spec.services.perZone
    guard settings.enabled?.value ?? false else { return [] }
    return plan.workloads.filter { $0.zone != nil }.map { workload in
      let placeholders = plan.placeholders(workload, report)
      let object = plan.service(
        named: workload.name, role: .zone, type: settings.type, labels: plan.labels.ofWorkload(workload),
        selector: plan.labels.selecting(workload, placeholders), settings: settings.common, placeholders)
      return Product(object, plan, zone: workload.zone?.name) { Names.sanitized($0.workload(workload.zone)) }
    }
  }
}
