package import Diagnostics
internal import Resources
internal import YAML

/// What differs, object by object, those that changed alike together: each folded open to its fields, to the lines of
/// the sources that decide them, and to the lines of its manifest.
package struct ChangesSection {
  private let comparison: Comparison
  private let places: ShownPlaces

  package init(_ comparison: Comparison, _ files: SourceFiles?) {
    self.comparison = comparison
    places = ShownPlaces(files)
  }

  /// Bytes of manifests; a browser takes more, and nobody reads them.
  private static let budget = 1_500_000

  package var html: String {
    var room = Self.budget
    let changes = UnifiedRenderer(comparison).sections.map { change($0, &room) }.joined()
    let content = changes.isEmpty ? "<p>No object differs.</p>\n" : changes
    return HTMLParts.section("changes", "What changes", content)
  }

  private func change(_ section: UnifiedRenderer.Section, _ room: inout Int) -> String {
    let first = section.objects[0]
    let objects = section.objects.map(\.object)
    var title = "<span class=\"\(first.kind.rawValue)\">\(first.kind.rawValue)</span> "
    title += HTMLParts.code(ChangeText.objects(objects.map { first.kind == .renamed ? first.old ?? $0 : $0 }))
    if first.kind == .renamed { title += " is now \(HTMLParts.code(first.object.name))" }
    if !first.fields.isEmpty { title += " <small>\(ChangeText.counted(first.fields.count, "field"))</small>" }
    var manifest = HTMLParts.manifest(section.diff)
    room -= manifest.utf8.count
    if room < 0 { manifest = "<p>The manifest is left out: this page would be too long.</p>\n" }
    return HTMLParts.folded(
      title, fields(first) + manifest,
      attributes: " class=\"change\"" + HTMLParts.attributes(of: objects, zones: objects.zones))
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
    return "<table>\n<tr><th>Field</th><th>Value</th><th>Decided by</th></tr>\n\(rows.joined())</table>\n"
  }
}
