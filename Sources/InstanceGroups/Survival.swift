package import Diagnostics
import YAML

/// What must be left of a group when zones are lost.
package struct Survival: Sendable {
  package var zones = Located(1, Position.none)
  package var quorum = Quorum.majority

  package enum Quorum: Sendable, Equatable {
    case majority
    case any
    case count(Int)

    func needed(of total: Int) -> Int {
      switch self {
      case .majority: total / 2 + 1
      case .any: 1
      case .count(let count): count
      }
    }
  }

  static let schema = Schema(
    "survive", initial: { Survival() },
    fields: [
      Field("zones", .located(.count), \.zones, "How many zones may be lost at a time; 1 by default."),
      Field(
        "quorum", .quorum, \.quorum,
        "How many instances must be left: Majority (the default), Any, or a number."),
    ])
}

extension Shape where Value == Survival.Quorum {
  fileprivate static var quorum: Shape {
    Shape(.object("`Majority`, `Any`, a number", [])) { node, reader in
      switch node.string {
      case "Majority": return .majority
      case "Any": return .any
      case let word?:
        reader.report.error(
          "unknown-value", "\"\(reader.path)\" can't be \"\(word)\"", at: node.position,
          hint: suggestion(for: word, among: ["Majority", "Any"]) ?? "it is Majority, Any or a number")
        return nil
      case nil: return Shape<Int>.count.read(node, reader).map { .count($0) }
      }
    }
  }
}

/// Checks at build time that a group keeps its promise.
enum SurvivalCheck {
  static func check(_ plan: GroupPlan, _ catalog: ZoneCatalog, _ report: Report) {
    guard let survive = plan.spec.survive else { return }
    let zones = plan.workloads.compactMap(\.zone)
    guard !zones.isEmpty else {
      report.error(
        "survival-without-zones",
        "the group \"\(plan.group.name)\" is not zoned and can't survive the loss of a zone",
        at: survive.position, hint: "name its zones under spec.zones, or leave \"survive\" out")
      return
    }
    let counts = plan.workloads.map(\.replicas)
    let promise = Promise(zones: survive.value.zones.value, quorum: survive.value.quorum)
    guard !promise.holds(counts) else { return }
    let lost = zip(zones, counts).sorted { $0.1 > $1.1 }.prefix(promise.zones)
    let names = lost.map { "\"\($0.0.name)\"" }.joined(separator: " and ")
    let total = counts.reduce(0, +)
    let left = total - lost.reduce(0) { $0 + $1.1 }
    report.error(
      "zone-loss", "the group \"\(plan.group.name)\" does not survive the loss of \(names)",
      at: survive.position,
      notes: [
        .init(
          "\(left) of \(total) instances would be left, but \(promise.quorum.needed(of: total)) are needed",
          at: plan.spec.instances.position)
      ],
      hint: remedy(plan, promise, zones, counts, catalog)
        ?? "no number of instances in these zones is enough: the group needs more zones")
  }
}

extension SurvivalCheck {
  private static func remedy(
    _ plan: GroupPlan, _ promise: Promise, _ zones: [Zone], _ counts: [Int], _ catalog: ZoneCatalog
  ) -> String? {
    plan.spec.instancesPolicy == .total && plan.spec.zoneOverrides.isEmpty
      ? remedyOfTotal(plan.spec.instances.value, promise, zones, catalog)
      : Remedy.smallest(promise, zones, counts, catalog)?.text
  }

  /// Under `Total` nobody adds an instance to one zone: there are more of them in all, or more zones.
  private static func remedyOfTotal(
    _ total: Int, _ promise: Promise, _ zones: [Zone], _ catalog: ZoneCatalog
  ) -> String? {
    let unused = (catalog.declared ?? []).map(\.name).filter { name in !zones.contains { $0.name == name } }
    for instances in total...(total + zones.count + unused.count + promise.quorum.needed(of: 1)) {
      for more in 0...unused.count {
        let count = zones.count + more
        let spread = (0..<count).map { instances / count + ($0 < instances % count ? 1 : 0) }
        guard promise.holds(spread) else { continue }
        let added = unused.prefix(more).joined(separator: ", ")
        switch (instances > total, more > 0) {
        case (true, true): return "set \"instances: \(instances)\", and add \(added) to spec.zones"
        case (true, false): return "set \"instances: \(instances)\""
        default: return "add \(added) to spec.zones"
        }
      }
    }
    return nil
  }
}

private struct Promise {
  let zones: Int
  let quorum: Survival.Quorum

  func holds(_ counts: [Int]) -> Bool {
    let total = counts.reduce(0, +)
    let lost = counts.sorted(by: >).prefix(zones).reduce(0, +)
    return total - lost >= quorum.needed(of: total)
  }
}

/// The smallest number of instances to add, and where.
private struct Remedy {
  var added: [(zone: String, count: Int, isNew: Bool)]

  var total: Int { added.reduce(0) { $0 + $1.count } }

  var text: String {
    let parts = added.map { "\($0.count) instance\($0.count == 1 ? "" : "s") in \($0.zone)" }
    let new = added.filter(\.isNew).map(\.zone)
    let more = new.isEmpty ? "" : " (and \(new.joined(separator: " and ")) to spec.zones)"
    return "add \(parts.joined(separator: " and "))\(more)"
  }

  /// Zones that the group has not taken are a remedy too, when its own are none or need more.
  static func smallest(
    _ promise: Promise, _ zones: [Zone], _ counts: [Int], _ catalog: ZoneCatalog
  ) -> Remedy? {
    let own = fill(promise, zones.map { ($0.name, false) }, counts)
    let unused = (catalog.declared ?? []).filter { zone in !zones.contains { $0.name == zone.name } }
    guard !unused.isEmpty else { return own }
    let candidates = zones.map { ($0.name, false) } + unused.map { ($0.name, true) }
    let all = fill(promise, candidates, counts + unused.map { _ in 0 })
    guard let own, let all else { return own ?? all }
    return own.total <= all.total ? own : all
  }

  /// Adds one instance after the other where there are fewest: that raises what is left, and what is lost
  /// last.
  private static func fill(_ promise: Promise, _ zones: [(String, Bool)], _ counts: [Int]) -> Remedy? {
    var filled = counts
    let most = (counts.max() ?? 0) + promise.quorum.needed(of: 1) + 1
    while !promise.holds(filled) {
      guard let least = filled.indices.min(by: { filled[$0] < filled[$1] }), filled[least] <= most else {
        return nil
      }
      filled[least] += 1
    }
    let added = zip(zones, zip(counts, filled)).compactMap { zone, change in
      change.1 > change.0 ? (zone: zone.0, count: change.1 - change.0, isNew: zone.1) : nil
    }
    return Remedy(added: added)
  }
}
