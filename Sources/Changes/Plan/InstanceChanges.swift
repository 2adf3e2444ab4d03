internal import Resources

/// Pods that come and go by name, and what becomes of their claims.
enum InstanceChanges {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    input.groups.flatMap { group in removals(group) + [addition(group)].compactMap(\.self) }
  }

  private static func addition(_ group: GroupChange) -> PlanEntry? {
    let lists = group.sets.compactMap { change -> PodList? in
      guard let new = change.new, !change.added.isEmpty else { return nil }
      return PodList(
        owner: new.resource, zone: new.zone, names: change.added, count: change.added.count,
        claims: new.claims(of: change.added))
    }
    guard !lists.isEmpty else { return nil }
    let count = lists.reduce(0) { $0 + $1.names.count }
    var entry = PlanEntry(
      kind: .addition, objects: lists.map(\.owner),
      summary:
        "\(ChangeText.counted(count, "pod")) of \(group.title(lists)) \(count == 1 ? "is" : "are") added",
      pods: lists)
    if lists.contains(where: { !$0.claims.isEmpty }) {
      entry.notes = ["claims of these names that are there already are taken, with what they hold"]
    }
    return entry
  }

  /// One entry for what keeps its claims, and one for what loses them.
  private static func removals(_ group: GroupChange) -> [PlanEntry] {
    var kept: [PodList] = []
    var lost: [PodList] = []
    for change in group.sets {
      guard let old = change.old, !change.removed.isEmpty else { continue }
      let list = PodList(
        owner: old.resource, zone: old.zone, names: change.removed, count: change.removed.count,
        claims: old.claims(of: change.removed))
      // The policy that counts is that of the object as it is when the pods go.
      let retention = change.new?.retention("whenScaled") ?? old.retention("whenDeleted")
      if retention == "Delete" && !list.claims.isEmpty { lost.append(list) } else { kept.append(list) }
    }
    return [removal(group, lost, losingClaims: true), removal(group, kept, losingClaims: false)]
      .compactMap(\.self)
  }

  private static func removal(_ group: GroupChange, _ lists: [PodList], losingClaims: Bool) -> PlanEntry? {
    guard !lists.isEmpty else { return nil }
    let pods = lists.reduce(0) { $0 + $1.names.count }
    let claims = lists.reduce(0) { $0 + $1.claims.count }
    var entry = PlanEntry(
      kind: .removal, objects: lists.map(\.owner),
      summary:
        "\(ChangeText.counted(pods, "pod")) of \(group.title(lists)) \(pods == 1 ? "is" : "are") removed"
        + (losingClaims
          ? ", and the data of \(ChangeText.counted(claims, "claim")) with \(pods == 1 ? "it" : "them")"
          : ""),
      pods: lists)
    let gone = lists.map(\.owner).filter { owner in
      group.sets.contains { $0.new == nil && $0.old?.name == owner.name }
    }
    if losingClaims {
      entry.level = .disruptive
      entry.notes.append("persistentVolumeClaimRetentionPolicy is Delete; with Retain the claims would stay")
    } else if claims > 0 {
      entry.notes.append(
        "\(ChangeText.counted(claims, "claim")) and the data in \(claims == 1 ? "it" : "them") stay")
    }
    if !gone.isEmpty {
      entry.notes.append(
        "kubectl apply alone leaves the \(gone.count == 1 ? "StatefulSet" : "StatefulSets") running")
      entry.commands = gone.map { $0.command("delete") }
    }
    return entry
  }
}

extension Resource {
  /// What kubectl does to it.
  func command(_ verb: StaticString, _ options: ShellCommand...) -> ShellCommand {
    .kubectl(verb, gvk.kind.lowercased(), [name], namespace: namespace, options)
  }
}
