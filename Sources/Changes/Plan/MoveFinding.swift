internal import Resources
internal import YAML

/// One way in which pods of a group part from their data.
struct MoveFinding {
  var text: String
  /// What had the data.
  var from: [RunningSet] = []
  /// What has its pods, its zone or its name now.
  var to: [RunningSet]
  var hint: String

  var hasData: Bool { (from + to).contains { !$0.claimTemplates.isEmpty } }
  var isMeant: Bool { to.allSatisfy(\.isMoved) }

  static func all(in group: GroupChange) -> [MoveFinding] {
    guard group.oldPods > 0, group.newPods > 0 else { return [] }
    let byZone = renumbered(group)
    let covered = Set(byZone.flatMap { $0.to.map(\.key) })
    let bySet = group.sets.compactMap { change in
      change.new.map { covered.contains($0.key) } ?? false ? nil : elsewhere(change)
    }
    let findings = byZone + bySet + group.sets.compactMap(renamedPods)
    return findings.isEmpty ? [replacedAltogether(group)].compactMap(\.self) : findings
  }

  /// Zones that have a StatefulSet of another name now.
  private static func renumbered(_ group: GroupChange) -> [MoveFinding] {
    let olds = group.sets.compactMap(\.old).compactMap { set in
      set.zone.map { (KeyBytes(text: $0), set) }
    }
    let before = Dictionary(olds) { first, _ in first }
    lazy var numbers = numbers(group).joined(separator: ", ")
    return group.sets.compactMap { change in
      guard let new = change.new, let zone = new.zone,
        change.old?.zone.map({ sameBytes($0, zone) }) != true, let old = before[zone],
        !sameBytes(old.name, new.name)
      else { return nil }
      return MoveFinding(
        text: "zone \(zone) had \(old.name) and is to have \(new.name)", from: [old], to: [new],
        hint: old.zoneIndex == new.zoneIndex
          ? "keep the names of the StatefulSets, or copy the data first"
          : "give the Topology's zones their numbers, so that they keep their StatefulSets: "
            + numbers)
    }
  }

  /// What to write into the Topology, of the zones that stay.
  private static func numbers(_ group: GroupChange) -> [String] {
    let stays = Set(texts: group.sets.compactMap { $0.new?.zone })
    return group.sets.compactMap(\.old).compactMap { set in
      guard let zone = set.zone, stays.contains(zone) else { return nil }
      return "{name: \(zone), index: \(set.zoneIndex)}"
    }
  }

  /// A StatefulSet whose pods are bound to other nodes than its volumes.
  private static func elsewhere(_ change: StatefulSetChange) -> MoveFinding? {
    guard let old = change.old, let new = change.new else { return nil }
    let (before, after) = (old.boundZones, new.boundZones)
    if !before.isEmpty && !after.isEmpty {
      guard before.isDisjoint(with: after) else { return nil }
      return MoveFinding(
        text: "\(new.name) ran on nodes of \(listed(before)) and is to run on nodes of \(listed(after))",
        to: [new], hint: hintOfVolumes)
    }
    guard let was = old.zone, let zone = new.zone, !sameBytes(was, zone) else { return nil }
    return MoveFinding(
      text: "\(new.name) was in zone \(was) and is to be in zone \(zone)", to: [new], hint: hintOfVolumes)
  }

  private static let hintOfVolumes =
    "volumes stay in their zone: add the new zone beside the old one, copy the data, then remove the old one"

  private static func listed(_ zones: Set<KeyBytes>) -> String {
    zones.map(\.text).sorted(by: precedesBytewise).joined(separator: ", ")
  }

  /// Ordinals that have none in common.
  private static func renamedPods(_ change: StatefulSetChange) -> MoveFinding? {
    guard let old = change.old, let new = change.new, !old.ordinals.isEmpty, !new.ordinals.isEmpty,
      !old.ordinals.overlaps(new.ordinals)
    else { return nil }
    return MoveFinding(
      text:
        "\(new.name) counts from \(new.firstOrdinal) instead of \(old.firstOrdinal): its pods get new names and empty claims",
      to: [new], hint: "keep ordinals.start, or copy the data first")
  }

  /// A group that has zones now, or has none any more.
  private static func replacedAltogether(_ group: GroupChange) -> MoveFinding? {
    let (olds, news) = (group.sets.compactMap(\.old), group.sets.compactMap(\.new))
    guard group.sets.allSatisfy({ $0.old == nil || $0.new == nil }), olds.count > 0, news.count > 0 else {
      return nil
    }
    return MoveFinding(
      text:
        "\(olds.map(\.name).joined(separator: ", ")) went, \(news.map(\.name).joined(separator: ", ")) came: the pods get new names and empty claims",
      from: olds, to: news,
      hint: "copy the data first, and remove the old StatefulSets when the new ones hold it")
  }
}
