package import Diagnostics

/// All that a reviewer asks of a change, on one page: what happens to what runs, and what differs.
package struct ReviewPage {
  private let plan: Plan
  private let files: SourceFiles?

  package init(_ plan: Plan, _ files: SourceFiles?) {
    self.plan = plan
    self.files = files
  }

  package var text: String {
    let changes = ChangeText.summary(GroupedChanges(plan.comparison), plan.comparison)
    return HTMLPage(
      ChangeText.sentence("\(PlanText.summary(plan)): \(changes)"),
      [PlanSection(plan, files).html, ChangesSection(plan.comparison, files).html]
    ).text
  }
}

/// A plan as a page.
package struct PlanHTMLRenderer {
  private let plan: Plan
  private let files: SourceFiles?

  package init(_ plan: Plan, _ files: SourceFiles? = nil) {
    self.plan = plan
    self.files = files
  }

  package var text: String {
    HTMLPage(ChangeText.sentence(PlanText.summary(plan)), [PlanSection(plan, files).html]).text
  }
}

/// What differs as a page.
package struct HTMLRenderer {
  private let comparison: Comparison
  private let files: SourceFiles?

  package init(_ comparison: Comparison, _ files: SourceFiles? = nil) {
    self.comparison = comparison
    self.files = files
  }

  package var text: String {
    let summary = ChangeText.summary(GroupedChanges(comparison), comparison)
    return HTMLPage(ChangeText.sentence(summary), [ChangesSection(comparison, files).html]).text
  }
}
