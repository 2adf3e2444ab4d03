import Diagnostics
import YAML

/// What a group must satisfy beyond its schema; each check reports for itself, none depends on another.
enum Checks {
  typealias Check = @Sendable (GroupPlan, Setting, Report) -> Void

  static let all: [Check] = [
    NameChecks.check,
    LabelChecks.check,
    SelectorCheck.check,
    ServiceChecks.check,
    OrdinalChecks.check,
    ErrandChecks.check,
    { plan, _, report in plan.spec.rollout?.value.check(plan.spec.statefulSet, report) },
    { plan, _, report in
      guard let budget = plan.spec.disruptionBudget else { return }
      budget.value.check(at: budget.position, report)
    },
    { plan, setting, report in SurvivalCheck.check(plan, setting.catalog, report) },
    GatedFields.check,
  ]
}
