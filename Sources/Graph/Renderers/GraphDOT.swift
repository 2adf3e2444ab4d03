internal import Diagnostics

/// A graph for Graphviz: a cluster for each zone, a box for each StatefulSet, and what selects it.
package struct GraphDOT {
  private let rows: GraphRows
  private var lines: [String] = []

  package init(_ graph: ZoneGraph) {
    rows = GraphRows(graph)
    for column in 0..<rows.columnCount { addZone(column) }
    addSelectors()
    addSteps()
  }

  package var text: String {
    """
    digraph zonal {
      rankdir=LR
      node [shape=box, style=rounded, fontname="monospace"]
    \(lines.map { "  \($0)\n" }.joined())}

    """
  }

  private var graph: ZoneGraph { rows.graph }

  private mutating func addZone(_ column: Int) {
    let sets = graph.sets.indices.filter { (graph.sets[$0].zone ?? graph.zones.count) == column }
    lines.append("subgraph cluster_\(column) {")
    lines.append("  label=\(Self.quoted([rows.title(ofColumn: column)]))")
    for place in sets {
      let set = graph.sets[place]
      let pods = set.pods.map(\.name).prefix(Self.mostPods).map { $0 }
      let rest = set.pods.count - pods.count
      let words = [set.name] + pods + (rest > 0 ? ["and \(rest) more"] : [])
      lines.append("  s\(place) [label=\(Self.quoted(words))\(Self.colour(set.change))]")
    }
    lines.append("}")
  }

  private static let mostPods = 12

  private mutating func addSelectors() {
    for (place, service) in graph.services.enumerated()
    where service.role != .instance && service.role != .none {
      let words = [service.name] + GraphText.words(service)
      lines.append("v\(place) [shape=ellipse, label=\(Self.quoted(words))\(Self.colour(service.change))]")
      for selection in service.selections { lines.append("v\(place) -> s\(selection.set)") }
    }
    for (place, budget) in graph.budgets.enumerated() where !budget.selections.isEmpty {
      let words = ["budget \(budget.name)", GraphText.words(budget)]
      lines.append("b\(place) [shape=hexagon, label=\(Self.quoted(words))\(Self.colour(budget.change))]")
      for selection in budget.selections { lines.append("b\(place) -> s\(selection.set) [style=dashed]") }
    }
  }

  private mutating func addSteps() {
    let steps = GraphText.steps(graph.plan)
    guard !steps.isEmpty else { return }
    lines += ["subgraph cluster_rollout {", "  label=\"Rollout, step by step\""]
    for (place, step) in steps.enumerated() {
      lines.append("  r\(place) [label=\(Self.quoted([step]))]")
      if place > 0 { lines.append("  r\(place - 1) -> r\(place)") }
    }
    lines.append("}")
  }

  private static func colour(_ change: ZoneGraph.Change?) -> String {
    switch change {
    case .added: ", color=\"#1a7f37\""
    case .removed: ", color=\"#cf222e\", style=\"rounded,dashed\""
    case .changed, .restarts: ", color=\"#9a6700\""
    case nil: ""
    }
  }

  /// Lines of a label. Graphviz replaces `\N` and the like, and entities.
  private static func quoted(_ words: [String]) -> String {
    let lines = words.map { word in
      var out = ""
      for scalar in Escape.line(word).unicodeScalars {
        switch scalar {
        case "\\": out += "\\\\"
        case "\"": out += "\\\""
        case "&": out += "&amp;"
        default: out.unicodeScalars.append(scalar)
        }
      }
      return out
    }
    return "\"\(lines.joined(separator: "\\n"))\""
  }
}
