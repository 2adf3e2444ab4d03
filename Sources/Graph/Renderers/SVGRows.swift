extension GraphSVG {
  private static let pod = 24.0
  private static let mostPods = 24

  /// A group with all of its pods.
  mutating func add(_ row: GraphRows.Row) {
    let top = y
    canvas.rectangle(layout.margin, top, layout.width - layout.margin * 2, 1, "line")
    var bottom = top + addName(row.group, top)
    for (column, sets) in row.columns.enumerated() {
      var place = top + 8
      for set in sets {
        place += add(rows.graph.sets[set], x: layout.start(ofColumn: column) + 8, y: place) + 6
      }
      bottom = max(bottom, place)
    }
    y = top + 4
    for line in lines(of: row) { add(line, x: layout.sideStart + 8, room: layout.side - 16) }
    y = max(y + 10, bottom)
  }

  private mutating func addName(_ group: ZoneGraph.Group, _ top: Double) -> Double {
    let x = layout.margin + 8
    let room = layout.group - 16
    canvas.text(x, top + 20, group.name, room: room, "t b", .large)
    var lines = [group.namespace, GraphText.quorum(group.quorum)]
    if let promise = group.quorum.promise {
      lines.append("survives \(promise.text)\(group.quorum.isKept ? "" : ": not kept")")
    }
    if let change = group.change { lines.append(change.rawValue) }
    for (number, line) in lines.enumerated() {
      canvas.text(x, top + 38 + Double(number) * 16, line, room: room, "m", .small)
    }
    return 34 + Double(lines.count) * 16
  }

  /// - Returns: its height.
  private mutating func add(_ set: ZoneGraph.PodSet, x: Double, y: Double) -> Double {
    let width = layout.zone - 16
    let shown = min(set.pods.count, Self.mostPods)
    // Ordinals may begin at some ten thousand.
    let side = set.pods.prefix(shown).reduce(Self.pod) {
      max($0, SVGCanvas.width("\($1.ordinal)", .small) + 6)
    }
    let inLine = max(1, Int((width - 4) / (side + 4)))
    let lines = (shown + inLine - 1) / inLine
    let hasRest = set.pods.count > shown
    let height = 26 + Double(lines) * (Self.pod + 4) + (hasRest ? 16 : 0) + (shown == 0 ? 16 : 0)
    canvas.rectangle(
      x, y, width, height, "box \(set.change?.rawValue ?? "")", radius: 5,
      title: "\(set.kind) \(set.namespace)/\(set.name)")
    canvas.text(x + 8, y + 17, set.name, room: width - 16, "t")
    for (place, pod) in set.pods.prefix(shown).enumerated() {
      add(
        pod, x: x + 6 + Double(place % inLine) * (side + 4),
        y: y + 24 + Double(place / inLine) * (Self.pod + 4), width: side)
    }
    if hasRest {
      canvas.text(x + 8, y + height - 6, "and \(set.pods.count - shown) more", room: width - 16, "m", .small)
    }
    if shown == 0 { canvas.text(x + 8, y + height - 8, "no pods", room: width - 16, "m", .small) }
    return height
  }

  private mutating func add(_ pod: ZoneGraph.Pod, x: Double, y: Double, width: Double) {
    let change = pod.change?.rawValue ?? ""
    let title = pod.change.map { "\(pod.name), \($0.rawValue)" } ?? pod.name
    canvas.begin("pod \(change)")
    canvas.rectangle(x, y, width, Self.pod, "p", radius: 4, title: title)
    canvas.text(x, y + 16, "\(pod.ordinal)", room: width, "pt", .small, isCentred: true)
    canvas.end()
  }

  /// A group in one line.
  mutating func addFolded(_ row: GraphRows.Row) {
    canvas.rectangle(layout.margin, y, layout.width - layout.margin * 2, 1, "line")
    let mark = row.group.change.map { " (\($0.rawValue))" } ?? ""
    canvas.text(layout.margin + 8, y + 18, row.group.name + mark, room: layout.group - 16, "t b")
    for (column, sets) in row.columns.enumerated() {
      let pods = sets.flatMap { rows.graph.sets[$0].pods }
      let x = layout.start(ofColumn: column) + 8
      guard !pods.isEmpty else { continue }
      for (place, pod) in pods.prefix(6).enumerated() {
        canvas.rectangle(x + Double(place) * 9, y + 10, 7, 7, "q \(pod.change?.rawValue ?? "")")
      }
      let width = Double(min(pods.count, 6)) * 9
      canvas.text(x + width + 5, y + 18, "\(pods.count)", room: layout.zone - width - 14, "t", .small)
    }
    var parts = [GraphText.quorum(row.group.quorum)]
    if let promise = row.group.quorum.promise { parts.append("survives \(promise.text)") }
    if !row.services.isEmpty { parts.append(GraphText.counted(row.services.count, "Service")) }
    parts += row.budgets.prefix(1).map { "budget \(GraphText.words($0))" }
    canvas.text(
      layout.sideStart + 8, y + 18, parts.joined(separator: " · "), room: layout.side - 16, "t", .small)
    y += 26
  }
}

extension GraphSVG {
  /// A Service or budget, with the columns that it selects pods in.
  struct Line {
    var columns: Set<Int>?
    let style: String
    let name: String
    let words: String

    init(service: ZoneGraph.Service, _ rows: GraphRows) {
      columns = rows.columns(service.selections)
      style = "svc \(service.change?.rawValue ?? "")"
      name = service.name
      words = GraphText.words(service).joined(separator: ", ")
    }

    init(budget: ZoneGraph.Budget, _ rows: GraphRows) {
      columns = rows.columns(budget.selections)
      style = "bud"
      name = "budget \(budget.name)"
      words = GraphText.words(budget)
    }

    init(_ summary: String) {
      style = ""
      name = summary
      words = ""
    }
  }

  private func lines(of row: GraphRows.Row) -> [Line] {
    let most = 8
    let services = row.services(.group)
    var lines = services.prefix(most).map { Line(service: $0, rows) }
    if services.count > most { lines.append(Line("and \(services.count - most) more")) }
    let zones = row.services(.zone)
    if zones.count <= 3 {
      lines += zones.map { Line(service: $0, rows) }
    } else if let text = GraphText.summary(zones, of: "zone") {
      lines.append(Line(text))
    }
    if let text = GraphText.summary(row.services(.instance), of: "pod") { lines.append(Line(text)) }
    return lines + row.budgets.prefix(most).map { Line(budget: $0, rows) }
  }

  mutating func add(_ line: Line, x: Double, room: Double) {
    y += 18
    var start = x
    if let columns = line.columns {
      for column in 0..<layout.columns {
        canvas.dot(x + 4 + Double(column) * 11, y - 4, columns.contains(column) ? line.style : "hollow")
      }
      start += Double(layout.columns) * 11 + 6
    }
    let left = x + room - start
    let name = min(left, SVGCanvas.width(line.name))
    canvas.text(start, y, line.name, room: left, "t")
    canvas.text(start + name + 10, y, line.words, room: left - name - 10, "m", .small)
  }
}
