package import Diagnostics

/// What reviewers of a change read, as one page.
package struct ReviewPage {
  private let title: String
  private let parts: [HTMLPage.Part]

  /// All of it: what happens to what runs, where it runs, and what differs.
  ///
  /// - Parameter graph: `nil` where there is more than anybody could look at.
  package init(_ plan: Plan, graph: HTMLPage.Part?, _ files: SourceFiles?) {
    let changes = ChangeText.summary(GroupedChanges(plan.comparison), plan.comparison)
    title = ChangeText.sentence("\(PlanText.summary(plan)): \(changes)")
    let picture = graph.map { [Self.part("<h2>What runs where</h2>", style: "", script: ""), $0] } ?? []
    let others = [Self.part(Self.filters + PlanSection(plan, files, isBrief: true).html)] + picture
    let budget = others.reduce(HTMLPage.usualSize) { $0 - $1.body.utf8.count }
    parts =
      others + [Self.part(ChangesSection(plan.comparison, files, budget: budget).html, style: "", script: "")]
  }

  /// A plan alone.
  package init(_ plan: Plan, _ files: SourceFiles?) {
    title = ChangeText.sentence(PlanText.summary(plan))
    parts = [Self.part(Self.filters + PlanSection(plan, files).html)]
  }

  /// What differs alone.
  package init(_ comparison: Comparison, _ files: SourceFiles?) {
    title = ChangeText.sentence(ChangeText.summary(GroupedChanges(comparison), comparison))
    parts = [Self.part(Self.filters + ChangesSection(comparison, files).html)]
  }

  package var text: String { HTMLPage(title, parts).text }

  private static func part(
    _ content: String, style: String = PageAsset.reportStyle, script: String = PageAsset.reportScript
  ) -> HTMLPage.Part {
    HTMLPage.Part(body: "<div class=\"report\">\n\(content)\n</div>", style: style, script: script)
  }

  /// The script fills it, and shows it where there is something to choose from.
  private static let filters = """
    <form id="filters" hidden>
    <label>Kind <select name="kinds"></select></label>
    <label>Namespace <select name="namespaces"></select></label>
    <label>Zone <select name="zones"></select></label>
    <label>Search <input name="words" type="search" autocomplete="off"></label>
    <button type="button" name="unfold" aria-pressed="false">Unfold all</button>
    <output name="count"></output>
    </form>

    """
}
