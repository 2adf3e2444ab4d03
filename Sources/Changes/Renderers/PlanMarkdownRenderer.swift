package import Diagnostics
internal import Resources

/// A plan as a comment on a pull request: a list, with what belongs to each entry folded below it.
package struct PlanMarkdownRenderer {
  private let plan: Plan
  private let budget: Int
  private let places: ShownPlaces

  package init(_ plan: Plan, _ files: SourceFiles? = nil, budget: Int = MarkdownRenderer.githubLimit) {
    self.plan = plan
    places = ShownPlaces(files)
    self.budget = budget
  }

  package var text: String {
    let summary = PlanText.summary(plan)
    var text = "### \(ChangeText.sentence(summary))\n"
    for (index, entry) in plan.entries.enumerated() {
      let part = "\n" + item(entry)
      let left = plan.entries.count - index
      guard text.utf8.count + part.utf8.count + Self.noteSize <= budget else {
        return text
          + "\n\(ChangeText.counted(left, "entry", "entries")) left out: this comment would be too long.\n"
      }
      text += part
    }
    return text
  }

  /// What the note on what was left out needs at most.
  private static let noteSize = 120

  private func item(_ entry: PlanEntry) -> String {
    let sign = entry.level == .error ? "❌ error: " : entry.isDisruptive ? "⚠️ " : ""
    var text = "**\(sign)\(Escape.markdown(entry.summary))**\n"
    let notes = entry.notes.map { "- \(Escape.markdown($0))\n" }.joined()
    if !notes.isEmpty { text += "\n" + notes }
    text += folded("Pods", PlanText.pods(of: entry)) + folded("Fields", PlanText.fields(of: entry, places))
    text += folded("Sources", PlanText.sources(of: entry, places))
    text += folded("Commands", entry.commands.map(\.text), language: "sh")
    return text
  }

  private func folded(_ title: String, _ lines: [String], language: String = "") -> String {
    guard !lines.isEmpty else { return "" }
    let block = Escape.markdownBlock(lines.map(Escape.line).joined(separator: "\n"), language: language)
    return "\n<details><summary>\(title)</summary>\n\n\(block)\n</details>\n"
  }
}
