import Diagnostics
import YAML

/// The pods of a workload: the user's template, and what the build adds to it.
enum PodTemplate {
  typealias Step = @Sendable (inout Mapping, Workload, GroupPlan, Placeholders, Reader) -> Void

  private static let steps: [Step] = [
    PodLabels.apply,
    RolloutOperator.apply,
    ConfigHash.apply,
    Environment.apply,
    ZoneAffinity.apply,
    HostAntiAffinity.apply,
    TopologySpread.apply,
  ]

  static func build(
    _ workload: Workload, _ plan: GroupPlan, _ placeholders: Placeholders, _ report: Report
  ) -> Node {
    var template = plan.spec.template
    // Before the steps: what they write is final, and `$(…)` in it is Kubernetes'.
    placeholders.replace(in: &template)
    let reader = Reader(report: report, path: "spec.template")
    _ = template.changeMapping { template in
      for step in steps { step(&template, workload, plan, placeholders, reader) }
    }
    return template
  }
}
