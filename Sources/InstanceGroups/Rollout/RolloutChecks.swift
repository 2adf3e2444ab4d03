import Diagnostics
import YAML

/// Settings that the strategy has no use for, a strategy beside one that contradicts it, and orders that can't be.
enum RolloutChecks {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    guard let rollout = plan.spec.rollout?.value else { return }
    checkUse(of: rollout, report)
    checkOrder(rollout, plan, report)
    checkOwners(rollout, plan, report)
    checkUpdateStrategy(rollout, plan.spec.statefulSet, report)
  }

  /// The strategies that have a use for a setting; those for all are not here.
  private static let settings:
    [(name: String, strategy: RolloutStrategy, position: @Sendable (Rollout) -> Position?)] = [
      ("instances", .canary, { $0.instances?.position }),
      ("first", .syncWaves, { $0.first.position.known }),
      ("maxUnavailable", .rolloutOperator, { $0.maxUnavailable?.position }),
      ("prepareDownscale", .rolloutOperator, { $0.prepareDownscale?.position }),
      ("downscaleLeader", .rolloutOperator, { $0.downscaleLeader?.position }),
      ("mirrorReplicas", .rolloutOperator, { $0.mirrorReplicas?.position }),
    ]

  private static func checkUse(of rollout: Rollout, _ report: Report) {
    for setting in settings where setting.strategy != rollout.strategy {
      guard let position = setting.position(rollout) else { continue }
      report.error(
        "setting-without-use",
        "\"spec.rollout.\(setting.name)\" has no meaning for the strategy \(rollout.strategy.rawValue)",
        at: position, hint: "it belongs to \(setting.strategy.rawValue)")
    }
    if let most = rollout.maxUnavailable, rollout.strategy == .rolloutOperator, most.value == 0 {
      report.error(
        "nothing-may-move", "\"spec.rollout.maxUnavailable\" must be 1 or more", at: most.position,
        hint: "write 1 or more; the operator takes anything less for 1")
    }
  }

  private static func checkOrder(_ rollout: Rollout, _ plan: GroupPlan, _ report: Report) {
    let zones = plan.workloads.compactMap { $0.zone?.name }
    for (place, zone) in rollout.order.enumerated() {
      if !zones.contains(where: { sameBytes($0, zone.value) }) {
        report.error(
          "unknown-zone", "the group \"\(plan.group.name)\" has no zone \"\(zone.value)\" to order",
          at: zone.position,
          hint: suggestion(for: zone.value, among: zones, otherwise: "its zones are")
            ?? "name the zones of the group under spec.zones")
      } else if let first = rollout.order[..<place].first(where: { sameBytes($0.value, zone.value) }) {
        report.error(
          "duplicate-zone", "the order names the zone \"\(zone.value)\" twice", at: zone.position,
          notes: [.init("it is named here already", at: first.position)], hint: "leave one of them out")
      }
    }
    let missing = zones.filter { zone in !rollout.order.contains { sameBytes($0.value, zone) } }
    if let first = rollout.order.first, !missing.isEmpty {
      report.error(
        "zone-without-place", "the order leaves out \(missing.map { "\"\($0)\"" }.joined(separator: ", "))",
        at: first.position, hint: "name all zones of the group, or leave the order out")
    }
    if rollout.strategy == .syncWaves, zones.isEmpty {
      report.error(
        "waves-without-zones",
        "the group \"\(plan.group.name)\" is not zoned: there is nothing to put in order",
        at: plan.spec.rollout?.position, hint: "name its zones under spec.zones, or leave the rollout out")
    }
  }

  /// A number that the operator sets is set back by whoever applies another one.
  private static func checkOwners(_ rollout: Rollout, _ plan: GroupPlan, _ report: Report) {
    guard plan.usesRolloutOperator, plan.spec.replicas == .managed,
      let owner = rollout.mirrorReplicas?.position ?? rollout.downscaleLeader?.position
    else { return }
    report.warning(
      "replicas-with-two-owners",
      "the rollout-operator sets the replicas of zones, and each apply sets them back",
      at: owner, hint: "write \"replicas: Unmanaged\" in the group's spec")
  }

  private static func checkUpdateStrategy(
    _ rollout: Rollout, _ settings: StatefulSetSettings, _ report: Report
  ) {
    guard let own = settings.updateStrategy else { return }
    if let type = own["type"], type.text != rollout.strategy.updateType {
      report.error(
        "contradicting-rollout",
        "the rollout \(rollout.strategy.rawValue) contradicts the updateStrategy \"\(type.text ?? "")\"",
        at: type.position,
        hint: "leave out spec.rollout or spec.statefulSet.updateStrategy")
    } else if rollout.strategy == .canary, let partition = own.at("rollingUpdate", "partition") {
      report.error(
        "contradicting-rollout", "the rollout Canary sets the partition itself", at: partition.position,
        hint: "leave out spec.rollout or the partition")
    }
  }
}
