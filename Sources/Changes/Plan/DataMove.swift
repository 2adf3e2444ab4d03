internal import Resources
internal import YAML

/// One way in which pods of a group part from their data.
struct DataMove {
  enum Way: Equatable {
    /// A zone has a StatefulSet of another name now; `numbers` are those that the zones that stay had.
    case zoneRenumbered(zone: String, numbers: [ZoneNumber])
    /// The pods are bound to other nodes than the volumes.
    case otherNodes(was: Set<KeyBytes>, now: Set<KeyBytes>)
    case otherZone(was: String, now: String)
    /// The pods count from another number, and have no name in common with those before.
    case otherOrdinals(was: Int, now: Int)
    /// A group has zones now, or has none any more.
    case replacedAltogether
  }

  struct ZoneNumber: Equatable {
    let zone: String
    let number: Int
  }

  let way: Way
  /// What had the data, where that is another StatefulSet.
  var from: [RunningSet] = []
  /// What has its pods, its zone or its name now.
  let to: [RunningSet]

  var hasData: Bool { (from + to).contains { !$0.claimTemplates.isEmpty } }
  var isMeant: Bool { to.allSatisfy(\.isMoved) }

  static func all(in group: GroupChange) -> [DataMove] {
    guard group.oldPods > 0, group.newPods > 0 else { return [] }
    let byZone = renumbered(group)
    let covered = Set(byZone.flatMap { $0.to.map(\.key) })
    let bySet = group.sets.compactMap { change in
      change.new.map { covered.contains($0.key) } ?? false ? nil : elsewhere(change)
    }
    let moves = byZone + bySet + group.sets.compactMap(renamedPods)
    return moves.isEmpty ? [replacedAltogether(group)].compactMap(\.self) : moves
  }

  private static func renumbered(_ group: GroupChange) -> [DataMove] {
    let olds = group.sets.compactMap(\.old).compactMap { set in
      set.zone.map { (KeyBytes(text: $0), set) }
    }
    let before = Dictionary(olds) { first, _ in first }
    lazy var numbers = numbers(group)
    return group.sets.compactMap { change in
      guard let new = change.new, let zone = new.zone,
        change.old?.zone.map({ sameBytes($0, zone) }) != true, let old = before[zone],
        !sameBytes(old.name, new.name)
      else { return nil }
      return DataMove(way: .zoneRenumbered(zone: zone, numbers: numbers), from: [old], to: [new])
    }
  }

  /// Of the zones that stay.
  private static func numbers(_ group: GroupChange) -> [ZoneNumber] {
    let stays = Set(texts: group.sets.compactMap { $0.new?.zone })
    return group.sets.compactMap(\.old).compactMap { set in
      guard let zone = set.zone, stays.contains(zone) else { return nil }
      return ZoneNumber(zone: zone, number: set.zoneIndex)
    }
  }

  private static func elsewhere(_ change: StatefulSetChange) -> DataMove? {
    guard let old = change.old, let new = change.new else { return nil }
    let (before, after) = (old.boundZones, new.boundZones)
    if !before.isEmpty && !after.isEmpty {
      return before.isDisjoint(with: after)
        ? DataMove(way: .otherNodes(was: before, now: after), to: [new]) : nil
    }
    guard let was = old.zone, let zone = new.zone, !sameBytes(was, zone) else { return nil }
    return DataMove(way: .otherZone(was: was, now: zone), to: [new])
  }

  private static func renamedPods(_ change: StatefulSetChange) -> DataMove? {
    guard let old = change.old, let new = change.new, !old.ordinals.isEmpty, !new.ordinals.isEmpty,
      !old.ordinals.overlaps(new.ordinals)
    else { return nil }
    return DataMove(way: .otherOrdinals(was: old.firstOrdinal, now: new.firstOrdinal), to: [new])
  }

  private static func replacedAltogether(_ group: GroupChange) -> DataMove? {
    let (olds, news) = (group.sets.compactMap(\.old), group.sets.compactMap(\.new))
    guard group.sets.allSatisfy({ $0.old == nil || $0.new == nil }), olds.count > 0, news.count > 0 else {
      return nil
    }
    return DataMove(way: .replacedAltogether, from: olds, to: news)
  }
}

// MARK: - In words

extension DataMove {
  var text: String {
    switch way {
    case .zoneRenumbered(let zone, _):
      "zone \(zone) had \(Self.names(from)) and is to have \(Self.names(to))"
    case .otherNodes(let was, let now):
      "\(Self.names(to)) ran on nodes of \(Self.listed(was)) and is to run on nodes of \(Self.listed(now))"
    case .otherZone(let was, let now): "\(Self.names(to)) was in zone \(was) and is to be in zone \(now)"
    case .otherOrdinals(let was, let now):
      "\(Self.names(to)) counts from \(now) instead of \(was): its pods get new names and empty claims"
    case .replacedAltogether:
      "\(Self.names(from)) went, \(Self.names(to)) came: the pods get new names and empty claims"
    }
  }

  var hint: String {
    switch way {
    case .zoneRenumbered where from[0].zoneIndex == to[0].zoneIndex:
      "keep the names of the StatefulSets, or copy the data first"
    case .zoneRenumbered(_, let numbers):
      "give the Topology's zones their numbers, so that they keep their StatefulSets: "
        + numbers.map { "{name: \($0.zone), index: \($0.number)}" }.joined(separator: ", ")
    case .otherNodes, .otherZone:
      "volumes stay in their zone: add the new zone beside the old one, copy the data, then remove the old one"
    case .otherOrdinals: "keep ordinals.start, or copy the data first"
    case .replacedAltogether:
      "copy the data first, and remove the old StatefulSets when the new ones hold it"
    }
  }

  private static func names(_ sets: [RunningSet]) -> String { sets.map(\.name).joined(separator: ", ") }

  private static func listed(_ zones: Set<KeyBytes>) -> String {
    zones.map(\.text).sorted(by: precedesBytewise).joined(separator: ", ")
  }
}
