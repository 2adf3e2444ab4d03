package import Diagnostics
internal import Resources
internal import YAML

/// What differs, object by object, those that changed alike together: each folded open to its fields, to the lines of
/// the sources that decide them, and to the lines of its manifest.
package struct ChangesSection {
  private let comparison: Comparison
  private let places: ShownPlaces
  private let budget: Int

  /// - Parameter budget: about how many bytes there may be: manifests are left out beyond it, and said to be.
  package init(_ comparison: Comparison, _ files: SourceFiles?, budget: Int = HTMLPage.usualSize) {
    self.comparison = comparison
    self.budget = budget
    places = ShownPlaces(files)
  }

  package var html: String {
    let sections = UnifiedRenderer(comparison).sections
    let changes = sections.map { section in
      (title: title(section), fields: fields(section.objects[0]), manifest: HTMLParts.manifest(section.diff))
    }
    var room = changes.reduce(budget) { $0 - $1.title.utf8.count - $1.fields.utf8.count - Self.frame }
    var content = sections.isEmpty ? "<p>No object differs.</p>\n" : ""
    for (section, change) in zip(sections, changes) {
      let objects = section.objects.map(\.object)
      room -= change.manifest.utf8.count
      content += HTMLParts.folded(
        change.title, change.fields + (room < 0 ? Self.omission : change.manifest),
        attributes: " class=\"change\"" + HTMLParts.attributes(of: objects, zones: objects.zones))
    }
    return HTMLParts.section("changes", "What changes", content)
  }

  /// What stands around each object.
  private static let frame = 90
  private static let omission = "<p>The manifest is left out: this page would be too long.</p>\n"

  private func title(_ section: UnifiedRenderer.Section) -> String {
    let first = section.objects[0]
    let objects = section.objects.map { first.kind == .renamed ? $0.old ?? $0.object : $0.object }
    var title = "<span class=\"\(first.kind.rawValue)\">\(first.kind.rawValue)</span> "
    title += HTMLParts.code(ChangeText.objects(objects))
    if first.kind == .renamed { title += " is now \(HTMLParts.code(first.object.name))" }
    if !first.fields.isEmpty { title += " <small>\(ChangeText.counted(first.fields.count, "field"))</small>" }
    return title
  }

  private func fields(_ change: ObjectChange) -> String {
    // What stands beside a value of a Secret may be one.
    let isOpen = ![change.old, change.new].compactMap(\.self).contains(where: SecretMask.applies)
    guard !change.fields.isEmpty else {
      return HTMLParts.sources(change.place, places, quoting: isOpen)
    }
    let rows = change.fields.map { field in
      """
      <tr><td>\(HTMLParts.code(field.path.text))</td>\
      <td>\(HTMLParts.value(field.old, "del")) → \(HTMLParts.value(field.new, "ins"))</td>\
      <td>\(HTMLParts.sources(field.place, places, quoting: isOpen))</td></tr>

      """
    }
    return "<table>\n\(rows.joined())</table>\n"
  }
}
