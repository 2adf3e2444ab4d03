internal import Resources
internal import YAML

/// Zones of a group that were renamed, removed or numbered anew, so that pods would not find their data where they run.
///
/// A volume mostly lies in one zone, and belongs to a pod by the pod's name. Where the new side says that this is meant,
/// it is disruptive and no error.
struct ZoneMove: PlanFinding {
  enum Sense {
    case mistaken, meant
    /// There is no data.
    case harmless
  }

  let group: GroupChange
  let sense: Sense
  let moves: [DataMove]
  /// The pods that keep their name, and with it the claims of what ran elsewhere.
  let pods: [PodList]

  static func all(in input: PlanInput) -> [ZoneMove] {
    input.groups.flatMap { group in
      let moves = DataMove.all(in: group)
      let withData = moves.filter(\.hasData)
      return [
        ZoneMove(group, .mistaken, withData.filter { !$0.isMeant }),
        ZoneMove(group, .meant, withData.filter(\.isMeant)),
        // What has no data is said once it is all.
        withData.isEmpty ? ZoneMove(group, .harmless, moves) : nil,
      ].compactMap(\.self)
    }
  }

  private init?(_ group: GroupChange, _ sense: Sense, _ moves: [DataMove]) {
    guard !moves.isEmpty else { return nil }
    self.group = group
    self.sense = sense
    self.moves = moves
    let takers = Set(moves.flatMap { $0.to.map(\.key) })
    pods = group.sets.filter { $0.new.map { takers.contains($0.key) } ?? false }.compactMap(Self.parted)
  }

  private static func parted(_ change: StatefulSetChange) -> PodList? {
    guard let old = change.old, let new = change.new else { return nil }
    let names = new.ordinals.reversed().filter(old.ordinals.contains).map(new.pod)
    guard !names.isEmpty else { return nil }
    return PodList(
      owner: new.resource, zone: new.zone, names: names, count: names.count, claims: new.claims(of: names))
  }

  // MARK: For recipes

  /// Whether following the change would part pods from their data, and nobody said that this is meant.
  static func movesData(of group: GroupChange) -> Bool {
    DataMove.all(in: group).contains { $0.hasData && !$0.isMeant }
  }

  /// The StatefulSets whose pods are meant to leave their data behind, by their keys.
  static func leaving(_ group: GroupChange) -> Set<[KeyBytes]> {
    Set(DataMove.all(in: group).filter { $0.hasData && $0.isMeant }.flatMap { $0.to.map(\.key) })
  }

  /// What lets the pods of such a StatefulSet start empty.
  static func commands(for change: StatefulSetChange) -> [ShellCommand] {
    parted(change).map(emptying) ?? []
  }

  private static func emptying(_ list: PodList) -> [ShellCommand] {
    guard !list.claims.isEmpty else { return [] }
    return [.kubectl("delete", "pvc", list.claims, namespace: list.owner.namespace, ["--wait=false"])]
  }
}

// MARK: - In words

extension ZoneMove {
  var entry: PlanEntry {
    var seen: Set<[KeyBytes]> = []
    let objects = moves.flatMap { $0.from + $0.to }.filter { seen.insert($0.key).inserted }
    var entry = PlanEntry(
      kind: .move, level: sense.level, objects: objects.map(\.resource), summary: summary,
      pods: sense == .harmless ? [] : pods, notes: moves.map(\.text))
    switch sense {
    case .mistaken:
      var hints: [String] = []
      for hint in moves.map(\.hint) where !hints.contains(hint) { hints.append(hint) }
      entry.notes += hints
      entry.notes.append(MovedMark.hint(for: moves.flatMap(\.to)))
    case .meant: addEmptying(to: &entry)
    case .harmless: break
    }
    return entry
  }

  private var summary: String {
    switch sense {
    case .mistaken: "data of \(group.name) would move"
    case .meant: "pods of \(group.name) leave their data behind, as meant"
    case .harmless: "pods of \(group.name) move, and have no claims"
    }
  }

  private func addEmptying(to entry: inout PlanEntry) {
    let stale = pods.filter { !$0.claims.isEmpty }
    guard !stale.isEmpty else { return }
    entry.notes += [
      "these claims stay in the zone that they were made in: pods that can't reach them wait as Pending",
      "to start empty, delete them before the apply; each goes when its pod stops, with the data in it",
    ]
    for list in stale {
      let commands = Self.emptying(list)
      if let set = RunningSet(list.owner) { entry.replacing[set.key] = commands }
      entry.commands += commands
    }
  }
}

extension ZoneMove.Sense {
  fileprivate var level: PlanEntry.Level {
    switch self {
    case .mistaken: .error
    case .meant: .disruptive
    case .harmless: .note
    }
  }
}
