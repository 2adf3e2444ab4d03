package import Diagnostics
internal import Resources
internal import YAML

/// What happens to what runs, entry by entry, and zone by zone.
package struct PlanSection {
  private let plan: Plan
  private let places: ShownPlaces
  private let isBrief: Bool

  /// - Parameter isBrief: whether fields are only named, because the page says elsewhere what became of them.
  package init(_ plan: Plan, _ files: SourceFiles?, isBrief: Bool = false) {
    self.plan = plan
    self.isBrief = isBrief
    places = ShownPlaces(files)
  }

  package var html: String {
    let entries = plan.entries.map(entry).joined()
    let list =
      entries.isEmpty ? "<p>Nothing happens to what runs.</p>\n" : "<ul class=\"plan\">\n\(entries)</ul>\n"
    return HTMLParts.section("plan", "What happens", list + zones)
  }

  private func entry(_ entry: PlanEntry) -> String {
    let zones = entry.pods.compactMap(\.zone) + entry.objects.zones
    let level = entry.level == .note ? "" : "<strong>\(entry.level.rawValue)</strong> "
    let notes = entry.notes.map { "<li>\(HTMLParts.text($0))</li>" }.joined()
    return """
      <li class="\(entry.level.rawValue)"\(HTMLParts.attributes(of: entry.objects, zones: zones))>
      <p>\(level)\(HTMLParts.text(entry.summary))</p>
      \(notes.isEmpty ? "" : "<ul>\(notes)</ul>\n")\
      \(folded("Pods", PlanText.pods(of: entry)))\
      \(folded("Fields", fields(of: entry)))\
      \(folded("Sources", PlanText.sources(of: entry, places)))\
      \(folded("Commands", entry.commands.map(\.text)))</li>

      """
  }

  private func fields(of entry: PlanEntry) -> [String] {
    guard isBrief else { return PlanText.fields(of: entry, places) }
    var seen: Set<String> = []
    return entry.fields.map(\.path.text).filter { seen.insert($0).inserted }
  }

  private func folded(_ title: String, _ lines: [String]) -> String {
    if lines.isEmpty { return "" }
    return HTMLParts.folded(title, "<pre>\(lines.map(HTMLParts.text).joined(separator: "\n"))</pre>\n")
  }

  // MARK: Zones

  private static let kinds: [(kind: PlanEntry.Kind, title: String)] = [
    (.restart, "Restart"), (.addition, "Are added"), (.removal, "Are removed"),
  ]

  /// The pods of each zone, by what happens to them; empty where no pod has a zone.
  private var zones: String {
    let pods = plan.entries.flatMap { entry in entry.pods.map { (kind: entry.kind, list: $0) } }
      .filter { pods in Self.kinds.contains { $0.kind == pods.kind } }
    let names = Set(texts: pods.compactMap(\.list.zone)).map(\.text).sorted(by: precedesBytewise)
    guard !names.isEmpty else { return "" }
    let rows = names.map { zone in
      let own = pods.filter { $0.list.zone == zone }
      let cells = Self.kinds.map { kind, _ in
        let lists = own.filter { $0.kind == kind }.map(\.list)
        return "<td>\(lists.map(listed).joined(separator: "<br>"))</td>"
      }
      let attributes = HTMLParts.attributes(of: own.map(\.list.owner), zones: [zone])
      return "<tr\(attributes)><th scope=\"row\">\(HTMLParts.text(zone))</th>\(cells.joined())</tr>\n"
    }
    let heads = Self.kinds.map { "<th>\($0.title)</th>" }.joined()
    return "<h3>By zone</h3>\n<table>\n<tr><th>Zone</th>\(heads)</tr>\n\(rows.joined())</table>\n"
  }

  private func listed(_ list: PodList) -> String {
    list.names.isEmpty
      ? HTMLParts.text("\(ChangeText.counted(list.count ?? 0, "pod")) of \(list.owner.name)")
      : HTMLParts.text(PlanText.listed(list.names))
  }
}
