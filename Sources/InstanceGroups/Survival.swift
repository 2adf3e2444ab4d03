package import Diagnostics
package import Resources
import YAML

/// What must be left of a group when zones are lost.
package struct Survival: Sendable {
  package var zones = Located(1, Position.none)
  package var quorum = Quorum.majority

  package typealias Quorum = SurvivalPromise.Quorum

  static let schema = Schema("survive", initial: Survival()) {
    Field(
      "zones", .located(.integer(in: 0...Zone.most)), \.zones,
      "How many zones may be lost at a time; 1 by default.")
    Field(
      "quorum", .quorum, \.quorum,
      "How many instances must be left: Majority (the default), Any, or a number.")
  }
}

extension Shape where Value == Survival.Quorum {
  fileprivate static var quorum: Shape {
    let number = Shape<Int>.instances
    return Shape(.oneOf([.choice(["Majority", "Any"]), number.type])) { node, reader in
      switch node.string {
      case "Majority": return .majority
      case "Any": return .any
      case let word?:
        reader.report.error(
          "unknown-value", "\"\(reader.path)\" can't be \"\(word)\"", at: node.position,
          hint: suggestion(for: word, among: ["Majority", "Any"]) ?? "it is Majority, Any or a number")
        return nil
      case nil: return number.read(node, reader).map { .count($0) }
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
    guard !promise.holds(counts) else { return noteEvenMajority(plan, promise, counts, report) }
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
  /// Says, to who checks, that one member adds nothing.
  private static func noteEvenMajority(
    _ plan: GroupPlan, _ promise: Promise, _ counts: [Int], _ report: Report
  ) {
    let total = counts.reduce(0, +)
    guard promise.quorum == .majority, total % 2 == 0,
      let largest = counts.indices.max(by: { counts[$0] < counts[$1] })
    else { return }
    var fewer = counts
    fewer[largest] -= 1
    guard promise.holds(fewer) else { return }
    report.detail(
      "even-majority", "\(total) instances of \"\(plan.group.name)\" survive no more than \(total - 1) do",
      at: plan.spec.instances.position,
      hint:
        "a majority of \(total) is \(total / 2 + 1), and of \(total - 1) it is \(total / 2): take one away, or add one"
    )
  }

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
    let unused = (catalog.declared ?? []).map(\.name).filter { name in
      !zones.contains { sameBytes($0.name, name) }
    }
    let range =
      total...max(total, min(InstanceCounts.most, total + zones.count + unused.count + promise.reach))
    let remedies = (0...unused.count).compactMap { more in
      promise.smallestTotal(in: range, over: zones.count + more).map { (instances: $0, more: more) }
    }
    guard let best = remedies.min(by: { ($0.instances, $0.more) < ($1.instances, $1.more) }) else {
      return nil
    }
    let added = unused.prefix(best.more).joined(separator: ", ")
    switch (best.instances > total, best.more > 0) {
    case (true, true): return "set \"instances: \(best.instances)\", and add \(added) to spec.zones"
    case (true, false): return "set \"instances: \(best.instances)\""
    default: return "add \(added) to spec.zones"
    }
  }
}
