internal import Changes
internal import Resources

/// What belongs to each group, for formats that stand in rows.
struct GraphRows {
  struct Row {
    let group: ZoneGraph.Group
    /// Places of its sets, by the place of their zone; those outside of any come last.
    fileprivate(set) var columns: [[Int]]
    fileprivate(set) var services: [ZoneGraph.Service] = []
    fileprivate(set) var budgets: [ZoneGraph.Budget] = []

    func services(_ role: ZoneGraph.Service.Role) -> [ZoneGraph.Service] {
      services.filter { $0.role == role }
    }
  }

  let graph: ZoneGraph
  private(set) var rows: [Row]
  /// Those that no single group has.
  private(set) var others: [ZoneGraph.Service] = []
  private(set) var otherBudgets: [ZoneGraph.Budget] = []
  /// Whether any set stands outside of zones.
  let hasUnzoned: Bool

  init(_ graph: ZoneGraph) {
    self.graph = graph
    hasUnzoned = graph.sets.contains { $0.zone == nil } || graph.zones.isEmpty && !graph.groups.isEmpty
    let columns = graph.zones.count + (hasUnzoned ? 1 : 0)
    rows = graph.groups.map { group in
      var places = Array(repeating: [Int](), count: columns)
      for set in group.sets { places[graph.sets[set].zone ?? columns - 1].append(set) }
      return Row(group: group, columns: places)
    }
    let owners = graph.owners
    for service in graph.services {
      let found = graph.groups(of: service.selections, owners)
      if found.count == 1 { rows[found[0]].services.append(service) } else { others.append(service) }
    }
    for budget in graph.budgets {
      let found = graph.groups(of: budget.selections, owners)
      for place in found { rows[place].budgets.append(budget) }
      if found.isEmpty { otherBudgets.append(budget) }
    }
  }

  var columnCount: Int { graph.zones.count + (hasUnzoned ? 1 : 0) }

  func title(ofColumn column: Int) -> String {
    column < graph.zones.count ? graph.zones[column].name : GraphText.outsideOfZones
  }

  func nodes(inColumn column: Int) -> Int {
    column < graph.zones.count ? graph.zones[column].nodes : graph.nodesOutsideOfZones
  }

  /// The places of the columns in which a selection means pods.
  func columns(_ selections: [ZoneGraph.Selection]) -> Set<Int> {
    Set(selections.map { graph.sets[$0.set].zone ?? columnCount - 1 })
  }

  /// More than that is not legible pod by pod.
  var isFolded: Bool { graph.groups.count > 12 || graph.sets.count > 48 || graph.podCount > 300 }
}

/// How graphs are worded, whatever the format.
enum GraphText {
  static let outsideOfZones = "no zone"

  static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// `3 zones, 5 groups, 27 pods`
  static func summary(_ graph: ZoneGraph) -> String {
    let parts = [
      counted(graph.zones.count, "zone"), counted(graph.groups.count, "group"),
      counted(graph.podCount, "pod"),
      counted(graph.services.count, "Service"), counted(graph.budgets.count, "budget"),
    ]
    return parts.joined(separator: ", ")
  }

  static func quorum(_ quorum: Quorum) -> String {
    quorum.total == 0 ? "no pods" : "\(quorum.needed) of \(counted(quorum.total, "pod")) must stay"
  }

  /// `nats  headless, gives pods their names`
  static func words(_ service: ZoneGraph.Service) -> [String] {
    var words: [String] = []
    if service.isHeadless {
      words.append("headless")
    } else if service.type != "ClusterIP" {
      words.append(service.type)
    }
    if service.isOfSome { words.append("those that the program marks") }
    if let change = service.change { words.append(change.rawValue) }
    return words
  }

  /// Many Services of a kind in one line: `6 of one pod each: nats-z0-0 … nats-z1-2`
  static func summary(_ services: [ZoneGraph.Service], of what: String) -> String? {
    guard let first = services.first, let last = services.last else { return nil }
    let names = services.count == 1 ? first.name : "\(first.name) … \(last.name)"
    return "\(services.count) of one \(what)\(services.count == 1 ? "" : " each"): \(names)"
  }

  static func words(_ budget: ZoneGraph.Budget) -> String {
    var words: [String] = []
    if let most = budget.maxUnavailable { words.append("maxUnavailable \(most)") }
    if let least = budget.minAvailable { words.append("minAvailable \(least)") }
    if budget.isZoneAware {
      words.append(budget.hasPartitions ? "of each partition" : "in one zone at a time")
    }
    if let change = budget.change { words.append(change.rawValue) }
    return words.joined(separator: ", ")
  }

  /// `nats-z0-1, nats-z1-1 restart`
  static func step(_ step: RolloutStep) -> String {
    var parts: [String] = []
    for (event, one, many) in [
      (RolloutStep.Event.added, "is added", "are added"), (.removed, "is removed", "are removed"),
      (.restarts, "restarts", "restart"),
    ] {
      let own = step.pods.filter { $0.event == event }
      guard !own.isEmpty else { continue }
      let names = own.flatMap { pods in
        pods.names.isEmpty ? ["the pods of \(pods.owner.gvk.kind) \(pods.owner.name)"] : pods.names
      }
      let isOne = names.count == 1 && own[0].names.count == 1
      parts.append("\(listed(names)) \(isOne ? one : many)")
    }
    let wave = step.wave.map { "apply \($0): " } ?? ""
    return wave + parts.joined(separator: "; ")
  }

  /// What a flowchart tells of a rollout, each line a step.
  static func steps(_ plan: Plan?) -> [String] {
    let steps = plan?.steps ?? []
    let lines = steps.prefix(mostSteps).enumerated().map { "\($0.offset + 1). \(step($0.element))" }
    return steps.count > mostSteps ? lines + ["and \(steps.count - mostSteps) more steps"] : lines
  }

  private static let mostSteps = 20

  private static func listed(_ names: [String]) -> String {
    guard names.count > 8 else { return names.joined(separator: ", ") }
    return names.prefix(4).joined(separator: ", ") + " … \(names[names.count - 1]) (\(names.count))"
  }
}
