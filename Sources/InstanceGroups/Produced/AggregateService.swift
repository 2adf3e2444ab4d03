import Diagnostics
import YAML

extension AggregateService {
  /// The Services for all instances of all zones.
  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    let placeholders = plan.placeholders(report)
    return plan.aggregates.enumerated().map { index, service in
      let object = plan.service(
        named: service.name.value, role: .group, type: service.headless ? .headless : .clusterIP,
        labels: plan.labels.ofGroup,
        selector: plan.labels.selectingGroup, settings: service.common, placeholders)
      let written = plan.spec.services.aggregate?[index].name.value
      return Product(object, plan) { names in
        written.map { Names.sanitized(names.named($0)) } ?? names.group
      }
    }
  }
}
