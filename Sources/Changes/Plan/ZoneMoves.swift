internal import Resources
internal import YAML

/// Zones that were renamed, removed or numbered anew, so that pods would not find their data where they run.
///
/// A volume mostly lies in one zone, and belongs to a pod by the pod's name. Where the new side says that this is meant,
/// it is disruptive and no error.
enum ZoneMoves {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    input.groups.flatMap { group in
      let findings = MoveFinding.all(in: group)
      let mistaken = findings.filter { $0.hasData && !$0.isMeant }
      return [
        mistake(group, mistaken), intention(group, findings.filter { $0.hasData && $0.isMeant }),
        // What has no data is said once it is all.
        findings.contains(where: \.hasData) ? nil : note(group, findings),
      ].compactMap(\.self)
    }
  }

  /// Whether following the change would part pods from their data, and nobody said that this is meant.
  static func moveData(of group: GroupChange) -> Bool {
    MoveFinding.all(in: group).contains { $0.hasData && !$0.isMeant }
  }

  private static func mistake(_ group: GroupChange, _ findings: [MoveFinding]) -> PlanEntry? {
    entry(group, findings, .error, "data of \(group.name) would move") { entry in
      var hints: [String] = []
      for hint in findings.map(\.hint) where !hints.contains(hint) { hints.append(hint) }
      entry.notes += hints
      entry.notes.append(MovedMark.hint(for: findings.flatMap(\.to)))
    }
  }

  private static func intention(_ group: GroupChange, _ findings: [MoveFinding]) -> PlanEntry? {
    entry(group, findings, .disruptive, "pods of \(group.name) leave their data behind, as meant") { entry in
      let stale = entry.pods.filter { !$0.claims.isEmpty }
      guard !stale.isEmpty else { return }
      entry.notes += [
        "these claims stay in the zone that they were made in: pods that can't reach them wait as Pending",
        "to start empty, delete them before the apply; each goes when its pod stops, with the data in it",
      ]
      for list in stale {
        let commands = emptying(list)
        if let set = RunningSet(list.owner) { entry.replacing[set.key] = commands }
        entry.commands += commands
      }
    }
  }

  /// The StatefulSets whose pods are meant to leave their data behind, by their keys.
  static func leaving(_ group: GroupChange) -> Set<[KeyBytes]> {
    Set(MoveFinding.all(in: group).filter { $0.hasData && $0.isMeant }.flatMap { $0.to.map(\.key) })
  }

  /// What lets the pods of such a StatefulSet start empty.
  static func commands(for change: StatefulSetChange) -> [ShellCommand] {
    parted(change).map(emptying) ?? []
  }

  private static func emptying(_ list: PodList) -> [ShellCommand] {
    guard !list.claims.isEmpty else { return [] }
    return [.kubectl("delete", "pvc", list.claims, namespace: list.owner.namespace, ["--wait=false"])]
  }

  private static func note(_ group: GroupChange, _ findings: [MoveFinding]) -> PlanEntry? {
    entry(group, findings, .note, "pods of \(group.name) move, and have no claims") { $0.pods = [] }
  }

  private static func entry(
    _ group: GroupChange, _ findings: [MoveFinding], _ level: PlanEntry.Level, _ summary: String,
    adding: (inout PlanEntry) -> Void
  ) -> PlanEntry? {
    guard !findings.isEmpty else { return nil }
    var seen: Set<[KeyBytes]> = []
    let objects = findings.flatMap { $0.from + $0.to }.filter { seen.insert($0.key).inserted }
    let takers = Set(findings.flatMap { $0.to.map(\.key) })
    var entry = PlanEntry(
      kind: .move, level: level, objects: objects.map(\.resource), summary: summary,
      pods: group.sets.filter { $0.new.map { takers.contains($0.key) } ?? false }.compactMap(parted),
      notes: findings.map(\.text))
    adding(&entry)
    return entry
  }

  /// The pods that keep their name, and with it the claims of what ran elsewhere.
  private static func parted(_ change: StatefulSetChange) -> PodList? {
    guard let old = change.old, let new = change.new else { return nil }
    let names = new.ordinals.reversed().filter(old.ordinals.contains).map(new.pod)
    guard !names.isEmpty else { return nil }
    return PodList(
      owner: new.resource, zone: new.zone, names: names, count: names.count, claims: new.claims(of: names))
  }
}
