internal import Diagnostics

/// A flowchart for Markdown, which forges draw: a box for each zone, and what Services and budgets select.
///
/// Large graphs are folded to one node for each group, because Mermaid draws no more than 500 lines.
package struct GraphMermaid {
  private let rows: GraphRows
  package private(set) var text = "flowchart LR\n"
  private var lines = 0

  package init(_ graph: ZoneGraph) {
    rows = GraphRows(graph)
    if rows.isFolded { addGroups() } else { addZones() }
    addSelectors()
    addSteps()
  }

  private var graph: ZoneGraph { rows.graph }

  private static let mostLines = 400

  private mutating func addZones() {
    for column in 0..<rows.columnCount {
      let sets = graph.sets.indices.filter { (graph.sets[$0].zone ?? graph.zones.count) == column }
      text += "  subgraph z\(column)[\"\(Self.escaped(rows.title(ofColumn: column)))\"]\n"
      for place in sets {
        add(node: "s\(place)", Self.words(graph.sets[place]), graph.sets[place].change, "    ")
      }
      text += "  end\n"
    }
  }

  private mutating func addGroups() {
    for (place, row) in rows.rows.enumerated() {
      let counts = row.columns.enumerated().compactMap { column, sets -> String? in
        let count = sets.reduce(0) { $0 + graph.sets[$1].pods.count }
        return sets.isEmpty ? nil : "\(rows.title(ofColumn: column)): \(count)"
      }
      add(node: "g\(place)", [row.group.name, counts.joined(separator: ", ")], row.group.change, "  ")
    }
  }

  private static func words(_ set: ZoneGraph.PodSet) -> [String] {
    let pods = GraphText.counted(set.pods.count { $0.change != .removed }, "pod")
    let restarting = set.pods.count { $0.change == .restarts }
    return [set.name, restarting > 0 ? "\(pods), \(restarting) restart" : pods]
      + (set.change.map { [$0.rawValue] } ?? [])
  }

  private mutating func add(node: String, _ words: [String], _ change: ZoneGraph.Change?, _ indent: String) {
    text += "\(indent)\(node)[\"\(words.map(Self.escaped).joined(separator: "<br>"))\"]\n"
    if change == .added || change == .removed { text += "\(indent)style \(node) stroke-dasharray: 5 5\n" }
  }

  /// Services of one pod are left out: there is one for each.
  private mutating func addSelectors() {
    let owners = graph.owners
    for (place, service) in graph.services.enumerated()
    where service.role != .instance && service.role != .none {
      let words = [service.name] + GraphText.words(service)
      text += "  v\(place)([\"\(words.map(Self.escaped).joined(separator: "<br>"))\"])\n"
      addLines("v\(place)", "-->", service.selections, owners)
    }
    for (place, budget) in graph.budgets.enumerated() where !budget.selections.isEmpty {
      let words = ["budget \(budget.name)", GraphText.words(budget)]
      text += "  b\(place){{\"\(words.map(Self.escaped).joined(separator: "<br>"))\"}}\n"
      addLines("b\(place)", "-.->", budget.selections, owners)
    }
    if lines > Self.mostLines { text += "  %% \(lines - Self.mostLines) more lines are left out\n" }
  }

  private mutating func addSteps() {
    let steps = GraphText.steps(graph.plan)
    guard !steps.isEmpty else { return }
    text += "  subgraph rollout[\"Rollout, step by step\"]\n"
    for (place, step) in steps.enumerated() {
      add(node: "r\(place)", [step], nil, "    ")
      if place > 0 { text += "    r\(place - 1) --> r\(place)\n" }
    }
    text += "  end\n"
  }

  private mutating func addLines(
    _ from: String, _ arrow: String, _ selections: [ZoneGraph.Selection], _ owners: [Int]
  ) {
    var targets: [String] = []
    for selection in selections {
      let target = rows.isFolded ? "g\(owners[selection.set])" : "s\(selection.set)"
      if targets.last != target { targets.append(target) }
    }
    for target in targets {
      lines += 1
      if lines <= Self.mostLines { text += "  \(from) \(arrow) \(target)\n" }
    }
  }

  /// Mermaid knows characters by their numbers; whatever is no plain word is written so.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in Escape.line(text).unicodeScalars {
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || " -._:,/…".unicodeScalars.contains(scalar))
      out += isPlain ? String(scalar) : "#\(scalar.value);"
    }
    return out
  }
}
