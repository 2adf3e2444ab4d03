package import Diagnostics
internal import Resources
internal import YAML

/// A comment for a pull request: a table of what changed, and the manifests' differences folded below it.
///
/// Forges refuse longer comments than ``budget``; what does not fit is left out as a whole, and said to be.
package struct MarkdownRenderer {
  /// In bytes, of the whole text.
  private let budget: Int
  private let comparison: Comparison
  private let changes: GroupedChanges

  /// GitHub's limit for a comment.
  package static let githubLimit = 65_536
  /// What the note on what was left out needs at most.
  private static let noteSize = 200

  private let places: ShownPlaces

  package init(_ comparison: Comparison, _ files: SourceFiles? = nil, budget: Int = githubLimit) {
    self.comparison = comparison
    places = ShownPlaces(files)
    self.budget = budget
    changes = GroupedChanges(comparison)
  }

  package var text: String {
    let summary = ChangeText.summary(changes, comparison)
    var text = "### \(ChangeText.sentence(summary))\n"
    guard !comparison.isEmpty else { return text }
    text += "\n| | objects | what |\n|---|---|---|\n"
    let rows = fitting(rows, into: budget - text.utf8.count)
    text += rows.text
    if rows.left > 0 { text += "| … | \(ChangeText.counted(rows.left, "row")) more | |\n" }
    text += "\n"
    let details = fitting(UnifiedRenderer(comparison).sections.map(detail), into: budget - text.utf8.count)
    text += details.text
    if details.left > 0 {
      text +=
        "\nThe differences of \(ChangeText.counted(details.left, "object")) are left out: this comment would be too long.\n"
    }
    return text
  }

  /// As many of the parts as there is room for, from the first on.
  private func fitting(_ parts: [String], into room: Int) -> (text: String, left: Int) {
    var text = ""
    var size = 0
    for (index, part) in parts.enumerated() {
      size += part.utf8.count
      guard size + Self.noteSize <= room else { return (text, parts.count - index) }
      text += part
    }
    return (text, 0)
  }

  // MARK: The table

  private var rows: [String] {
    changes.groups.map { group in
      let what = group.map { entry in
        "\(code(entry.path.text)): \(value(entry.old)) → \(value(entry.new))\(place(entry.places))"
      }
      return row("changed", group[0].objects, what.joined(separator: "<br>"))
    }
      + changes.renamed.map { change in
        row(
          "renamed", [change.old ?? change.object], "now \(code(change.object.name))\(place([change.place]))")
      }
      + byKind(changes.removed).map {
        row("removed", $0.map(\.object), places.text($0.map(\.place)).map(code) ?? "")
      }
      + byKind(changes.added).map {
        row("added", $0.map(\.object), places.text($0.map(\.place)).map(code) ?? "")
      }
  }

  private func byKind(_ changes: [ObjectChange]) -> [[ObjectChange]] {
    var groups: [[ObjectChange]] = []
    for change in changes {
      if groups.last?[0].object.gvk.kind == change.object.gvk.kind {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups
  }

  private func row(_ what: String, _ objects: [Resource], _ changes: String) -> String {
    "| \(what) | \(ChangeText.objects(objects, mark: code)) | \(changes) |\n"
  }

  /// Small, because what differs counts more.
  private func place(_ all: [ChangePlace]) -> String {
    places.text(all).map { " <sub>\(code($0))</sub>" } ?? ""
  }

  private func value(_ node: Node?) -> String {
    node.map { code(ChangeText.short($0)) } ?? "*nothing*"
  }

  private func code(_ text: String) -> String { Escape.markdownCode(text, isInTable: true) }

  // MARK: The differences

  private func detail(_ section: UnifiedRenderer.Section) -> String {
    let change = section.objects[0]
    // What stands in an element of HTML is no Markdown.
    var title =
      "\(change.kind.rawValue) <code>\(Escape.html(Escape.line(ChangeText.object(change.object))))</code>"
    if section.objects.count > 1 { title += " and \(section.objects.count - 1) more alike" }
    let block = Escape.markdownBlock(section.diff, language: "diff")
    return "<details><summary>\(title)</summary>\n\n\(block)\n</details>\n"
  }
}
