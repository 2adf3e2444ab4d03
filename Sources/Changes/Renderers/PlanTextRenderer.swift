package import Diagnostics
internal import Resources
internal import YAML

/// A plan for people: what takes something away is marked with `!`.
package struct PlanTextRenderer {
  private let plan: Plan
  private let places: ShownPlaces

  package init(_ plan: Plan, _ files: SourceFiles? = nil) {
    self.plan = plan
    places = ShownPlaces(files)
  }

  package var text: String {
    plan.entries.map(text).joined() + PlanText.summary(plan) + "\n"
  }

  private func text(_ entry: PlanEntry) -> String {
    let sign = entry.isDisruptive ? "!" : entry.kind.sign
    let fields = PlanText.fields(of: entry, places)
    var details = PlanText.pods(of: entry) + fields.prefix(PlanText.shownFields)
    if fields.count > PlanText.shownFields {
      details.append("and \(ChangeText.counted(fields.count - PlanText.shownFields, "more field"))")
    }
    details += PlanText.sources(of: entry, places) + entry.notes + entry.commands.map { "$ " + $0.text }
    let lines =
      ["\(sign) \(entry.level == .error ? "error: " : "")\(entry.summary)"] + details.map { "    " + $0 }
    return lines.map { Escape.line($0) + "\n" }.joined()
  }
}

/// How plans are worded, whatever the format.
package enum PlanText {
  static let shownFields = 6
  private static let shownNames = 8

  /// A line for the pods of each object, and one for their claims.
  static func pods(of entry: PlanEntry) -> [String] {
    // The summary names a Pod already.
    let lists = entry.pods.filter { !$0.names.isEmpty && $0.names != [$0.owner.name] }
    let claims = entry.pods.flatMap(\.claims)
    return lists.map(pods) + (claims.isEmpty ? [] : ["claims: \(listed(claims))"])
  }

  /// `nats-z0 (z1): nats-z0-1, nats-z0-0`
  private static func pods(_ list: PodList) -> String {
    "\(list.owner.name)\(list.zone.map { " (\($0))" } ?? ""): \(listed(list.names))"
  }

  static func listed(_ names: [String]) -> String {
    guard names.count > shownNames, let last = names.last else { return names.joined(separator: ", ") }
    return names.prefix(3).joined(separator: ", ") + " … \(last) (\(names.count))"
  }

  /// A line for each; the same change in several containers or workloads is one.
  static func fields(of entry: PlanEntry, _ places: ShownPlaces) -> [String] {
    let fields = Dictionary(grouping: entry.fields, by: \.cause)
    var shown: Set<[String]> = []
    return entry.fields.compactMap { field in
      guard shown.insert(field.cause).inserted, let same = fields[field.cause] else { return nil }
      return Self.field(field) + (same.count > 1 ? " (in \(same.count) places)" : "")
        + places.suffix(same.map(\.place))
    }
  }

  /// What decides an entry that names no fields.
  static func sources(of entry: PlanEntry, _ places: ShownPlaces) -> [String] {
    entry.fields.isEmpty ? places.text(entry.places).map { ["sources: \($0)"] } ?? [] : []
  }

  static func field(_ field: FieldChange) -> String {
    "\(field.path.text): \(value(field.old)) → \(value(field.new))"
  }

  private static func value(_ node: Node?) -> String {
    node.map(ChangeText.short) ?? "nothing"
  }

  /// `12 pods restart, 2 are added; 1 of 3 entries is disruptive`
  package static func summary(_ plan: Plan) -> String {
    guard !plan.entries.isEmpty else { return "nothing happens to what runs" }
    var parts: [String] = []
    for (kind, one, many) in [
      (PlanEntry.Kind.restart, "restarts", "restart"), (.addition, "is added", "are added"),
      (.removal, "is removed", "are removed"),
    ] {
      let count = count(plan, kind)
      if count > 0 { parts.append("\(ChangeText.counted(count, "pod")) \(count == 1 ? one : many)") }
    }
    let agents = daemonSets(plan)
    if agents > 0 {
      parts.append("the pods of \(ChangeText.counted(agents, "DaemonSet")) restart")
    }
    if parts.isEmpty { parts = ["no pod restarts"] }
    let disruptive = plan.entries.count(where: \.isDisruptive)
    let errors = plan.entries.count { $0.level == .error }
    if errors > 0 { parts.append(ChangeText.counted(errors, "error")) }
    if disruptive > errors {
      parts.append("\(ChangeText.counted(disruptive - errors, "entry", "entries")) disruptive")
    }
    return parts.joined(separator: ", ")
  }

  /// How many DaemonSets restart their pods, of which nobody knows the number.
  static func daemonSets(_ plan: Plan) -> Int {
    plan.entries.filter { $0.kind == .restart }.flatMap(\.pods).count { $0.owner.gvk.kind == "DaemonSet" }
  }

  static func count(_ plan: Plan, _ kind: PlanEntry.Kind) -> Int {
    plan.entries.filter { $0.kind == kind }.flatMap(\.pods).reduce(0) { $0 + ($1.count ?? 0) }
  }
}

extension ChangeText {
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}

extension PlanEntry.Kind {
  var sign: String {
    switch self {
    case .addition: "+"
    case .removal: "-"
    default: "~"
    }
  }
}
