internal import Resources
internal import YAML

/// Zones that were renamed, removed or numbered anew, so that pods would not find their data where they run.
///
/// A volume mostly lies in one zone, and belongs to a pod by the pod's name.
enum ZoneMoves {
  static func entries(_ input: PlanInput) -> [PlanEntry] { input.groups.compactMap(entry) }

  /// Whether following the change would part pods from their data.
  static func moveData(of group: GroupChange) -> Bool { entry(group)?.level == .error }

  private struct Finding {
    var text: String
    var sets: [RunningSet]
    var hint: String
  }

  private static func entry(_ group: GroupChange) -> PlanEntry? {
    guard group.oldPods > 0, group.newPods > 0 else { return nil }
    let byZone = renumbered(group)
    let covered = Set(byZone.flatMap { $0.sets.map(\.name) })
    let bySet = group.sets.compactMap { change in
      covered.contains(change.resource?.name ?? "") ? nil : elsewhere(change)
    }
    var findings = byZone + bySet + group.sets.compactMap(renamedPods)
    if findings.isEmpty { findings = [replacedAltogether(group)].compactMap(\.self) }
    guard !findings.isEmpty else { return nil }
    let sets = findings.flatMap(\.sets)
    let hasData = sets.contains { !$0.claimTemplates.isEmpty }
    var seen: Set<String> = []
    let objects = sets.filter { seen.insert($0.name).inserted }.map(\.resource)
    var hints: [String] = []
    for hint in findings.map(\.hint) where !hints.contains(hint) { hints.append(hint) }
    return PlanEntry(
      kind: .move, level: hasData ? .error : .note, objects: objects,
      summary: hasData
        ? "data of \(group.name) would move" : "pods of \(group.name) move, and have no claims",
      notes: findings.map(\.text) + (hasData ? hints : []))
  }

  /// Zones that have a StatefulSet of another name now.
  private static func renumbered(_ group: GroupChange) -> [Finding] {
    group.sets.compactMap { change in
      guard let new = change.new, let zone = new.zone,
        change.old?.zone != zone,
        let old = group.sets.compactMap(\.old).first(where: { $0.zone == zone }), old.name != new.name
      else { return nil }
      return Finding(
        text: "zone \(zone) had \(old.name) and is to have \(new.name)", sets: [old, new],
        hint: old.zoneIndex == new.zoneIndex
          ? "keep the names of the StatefulSets, or copy the data first"
          : "give the Topology's zones their numbers, so that they keep their StatefulSets: "
            + numbers(group).joined(separator: ", "))
    }
  }

  /// What to write into the Topology, of the zones that stay.
  private static func numbers(_ group: GroupChange) -> [String] {
    let stays = Set(group.sets.compactMap { $0.new?.zone })
    return group.sets.compactMap(\.old).compactMap { set in
      guard let zone = set.zone, stays.contains(zone) else { return nil }
      return "{name: \(zone), index: \(set.zoneIndex)}"
    }
  }

  /// A StatefulSet whose pods are bound to other nodes than its volumes.
  private static func elsewhere(_ change: StatefulSetChange) -> Finding? {
    guard let old = change.old, let new = change.new else { return nil }
    let (before, after) = (old.boundZones, new.boundZones)
    if !before.isEmpty && !after.isEmpty {
      guard before.isDisjoint(with: after) else { return nil }
      return Finding(
        text: "\(new.name) ran on nodes of \(listed(before)) and is to run on nodes of \(listed(after))",
        sets: [new], hint: hintOfVolumes)
    }
    guard let was = old.zone, let zone = new.zone, was != zone else { return nil }
    return Finding(
      text: "\(new.name) was in zone \(was) and is to be in zone \(zone)", sets: [new], hint: hintOfVolumes)
  }

  private static let hintOfVolumes =
    "volumes stay in their zone: add the new zone beside the old one, copy the data, then remove the old one"

  private static func listed(_ zones: Set<String>) -> String {
    zones.sorted(by: precedesBytewise).joined(separator: ", ")
  }

  /// Ordinals that have none in common.
  private static func renamedPods(_ change: StatefulSetChange) -> Finding? {
    guard let old = change.old, let new = change.new, !old.ordinals.isEmpty, !new.ordinals.isEmpty,
      !old.ordinals.overlaps(new.ordinals)
    else { return nil }
    return Finding(
      text:
        "\(new.name) counts from \(new.firstOrdinal) instead of \(old.firstOrdinal): its pods get new names and empty claims",
      sets: [new], hint: "keep ordinals.start, or copy the data first")
  }

  /// A group that has zones now, or has none any more.
  private static func replacedAltogether(_ group: GroupChange) -> Finding? {
    let (olds, news) = (group.sets.compactMap(\.old), group.sets.compactMap(\.new))
    guard group.sets.allSatisfy({ $0.old == nil || $0.new == nil }), olds.count > 0, news.count > 0 else {
      return nil
    }
    return Finding(
      text:
        "\(olds.map(\.name).joined(separator: ", ")) went, \(news.map(\.name).joined(separator: ", ")) came: the pods get new names and empty claims",
      sets: olds + news,
      hint: "copy the data first, and remove the old StatefulSets when the new ones hold it")
  }
}
