import Diagnostics
import YAML

/// What a group must satisfy beyond its schema; each check reports for itself, none depends on another.
enum Checks {
  typealias Check = @Sendable (GroupPlan, Setting, Report) -> Void

  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    for check in common + (plan.isErrand ? errands : services) { check(plan, setting, report) }
  }

  private static let common: [Check] = [
    PlaceholderChecks.check,
    ObjectChecks.check,
    NameChecks.check,
    LabelChecks.check,
    GatedFields.check,
  ]

  private static let errands: [Check] = [ErrandChecks.check]

  private static let services: [Check] = [
    SelectorCheck.check,
    ServiceChecks.check,
    OrdinalChecks.check,
    DeploymentChecks.check,
    RolloutChecks.check,
    { plan, _, report in
      guard let budget = plan.spec.disruptionBudget else { return }
      budget.value.check(at: budget.position, report)
    },
    { plan, setting, report in SurvivalCheck.check(plan, setting.catalog, report) },
  ]
}
