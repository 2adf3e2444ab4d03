internal import Changes
internal import Diagnostics

/// One picture without a script: a row for each group, a column for each zone.
///
/// What a Service selects is told by a dot for each zone: lines from thousands of Services to their pods can't be read.
package struct GraphSVG {
  let rows: GraphRows
  let layout: Layout
  var canvas = SVGCanvas()
  var y = 0.0

  /// Where columns stand.
  struct Layout {
    let columns: Int
    let isFolded: Bool
    let margin = 16.0
    let group = 230.0
    var zone: Double { isFolded ? 90 : 190 }
    var side: Double { isFolded ? 560 : 430 }
    var width: Double { margin * 2 + group + Double(columns) * zone + side }
    var sideStart: Double { margin + group + Double(columns) * zone }

    func start(ofColumn column: Int) -> Double { margin + group + Double(column) * zone }
  }

  package init(_ graph: ZoneGraph) {
    rows = GraphRows(graph)
    layout = Layout(columns: rows.columnCount, isFolded: rows.isFolded)
    addHead()
    let top = y
    for row in rows.rows { if layout.isFolded { addFolded(row) } else { add(row) } }
    addLanes(from: top)
    addOthers()
    if let plan = graph.plan { add(plan) }
    addLegend()
  }

  package var text: String {
    let size = "\(Int(layout.width)) \(Int(y + 8))"
    let title = Escape.xml(GraphText.summary(rows.graph))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(Int(layout.width))" \
      height="\(Int(y + 8))" role="img" aria-label="\(title)">
      <style>
      \(Self.style)
      </style>
      <rect width="100%" height="100%" class="page"/>
      \(canvas.body)</svg>

      """
  }

  // MARK: Head and foot

  private mutating func addHead() {
    let room = layout.width - layout.margin * 2
    canvas.text(layout.margin, 28, GraphText.summary(rows.graph), room: room, "t b", .large)
    y = 44
    canvas.rectangle(layout.margin, y, room, 40, "band", radius: 4)
    canvas.text(layout.margin + 8, y + 25, "group", room: layout.group - 16, "m")
    for column in 0..<layout.columns {
      let x = layout.start(ofColumn: column)
      let nodes = rows.nodes(inColumn: column)
      canvas.text(x + 4, y + 17, rows.title(ofColumn: column), room: layout.zone - 8, "t b", isCentred: true)
      canvas.text(
        x + 4, y + 33,
        nodes == 0 ? "no pods" : GraphText.counted(nodes, "node") + (layout.isFolded ? "" : " at least"),
        room: layout.zone - 8, "m", .small, isCentred: true)
    }
    canvas.text(
      layout.sideStart + 8, y + 25,
      layout.isFolded
        ? "what must stay, Services and budgets" : "Services and budgets, and where they select pods",
      room: layout.side - 16, "m", .small)
    y += 48
  }

  /// A line down each zone.
  private mutating func addLanes(from top: Double) {
    for column in 0...layout.columns {
      canvas.rectangle(layout.start(ofColumn: column), top, 1, max(0, y - top), "line")
    }
  }

  /// Services and budgets that no single group has.
  private mutating func addOthers() {
    let several = rows.others.filter { $0.role == .several }
    add(several.map { Line(service: $0, rows) }, under: "Services of several groups")
    for isGone in [true, false] {
      let none = rows.others.filter { $0.role == .none && ($0.change == .removed) == isGone }
      let budgets = rows.otherBudgets.filter { ($0.change == .removed) == isGone }
      let what = isGone ? "go" : "select none of these pods"
      add(texts: none.map(\.name), under: "Services that \(what)")
      add(texts: budgets.map(\.name), under: "Budgets that \(what)")
    }
  }

  private mutating func add(_ lines: [Line], under title: String) {
    guard !lines.isEmpty else { return }
    addTitle(title)
    for line in lines.prefix(Self.mostLines) {
      add(line, x: layout.margin + 8, room: layout.width - layout.margin * 2 - 16)
    }
    addRest(lines.count - Self.mostLines)
  }

  private mutating func add(texts: [String], under title: String) {
    guard !texts.isEmpty else { return }
    addTitle("\(title) (\(texts.count))")
    let rest = texts.count > 12 ? " …" : ""
    addLine(texts.prefix(12).joined(separator: ", ") + rest, "t")
  }

  private mutating func addTitle(_ title: String) {
    y += 24
    canvas.text(layout.margin + 8, y, title, room: layout.width - layout.margin * 2 - 16, "t b")
    y += 6
  }

  private mutating func addLine(_ text: String, _ style: String) {
    y += 17
    canvas.text(layout.margin + 8, y, text, room: layout.width - layout.margin * 2 - 16, style)
  }

  private mutating func addRest(_ count: Int) {
    if count > 0 { addLine("and \(count) more", "m") }
  }

  private mutating func add(_ plan: Plan) {
    addTitle("What applying it does: \(PlanText.summary(plan))")
    let disruptive = plan.entries.filter(\.isDisruptive)
    for entry in disruptive.prefix(Self.mostLines) {
      addLine("! \(entry.level == .error ? "error: " : "")\(entry.summary)", "t")
    }
    addRest(disruptive.count - Self.mostLines)
    guard !plan.steps.isEmpty else { return }
    addTitle("Rollout, step by step")
    for (number, step) in plan.steps.enumerated().prefix(Self.mostLines) {
      addLine("\(number + 1). \(GraphText.step(step))", "t")
    }
    addRest(plan.steps.count - Self.mostLines)
  }

  private mutating func addLegend() {
    y += 12
    for line in legend { addLine(line, "m") }
    y += 8
  }

  private var legend: [String] {
    var lines: [String] = []
    if !layout.isFolded {
      lines.append(
        "A dot for each column: filled where a Service or budget selects pods. Squares are pods, with their ordinals."
      )
    }
    if rows.graph.plan != nil {
      lines.append("Green: added. Red, dashed: removed. Yellow: restarts.")
    }
    lines.append(
      "Must stay: what \"survive\" promises, or else a majority, of two pods one. Nodes: as many as pods that keep apart."
    )
    return lines
  }

  private static let mostLines = 40
}
