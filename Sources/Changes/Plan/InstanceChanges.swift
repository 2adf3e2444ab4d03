internal import Resources
internal import YAML

/// Pods that come and go by name, and what becomes of their claims.
enum InstanceChanges {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let moved = Set(input.relocations.map(\.old.key))
    return input.groups.flatMap { group in
      var removals = removals(group, input)
      // Of what comes again under another name, that is said already.
      if group.newPods == 0 && !moved.contains(group.key) {
        for index in removals.indices where removals[index].level == .note && removals[index].hasClaims {
          removals[index].level = .disruptive
          removals[index].notes.append("nothing of \(group.name) is left to serve what they hold")
        }
      }
      return removals + [addition(group, input.running)].compactMap(\.self)
    }
  }

  private static func addition(_ group: GroupChange, _ running: RunningState?) -> PlanEntry? {
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
    if lists.contains(where: { !$0.claims.isEmpty }) { entry.notes = [takenClaims(lists, running)] }
    return entry
  }

  private static func takenClaims(_ lists: [PodList], _ running: RunningState?) -> String {
    guard let running else {
      return "claims of these names that are there already are taken, with what they hold"
    }
    let taken = lists.flatMap { list in
      list.claims.filter { running.hasClaim($0, inNamespace: list.owner.effectiveNamespace) }
    }
    return taken.isEmpty
      ? "none of these claims is there yet"
      : "there already, and taken with what they hold: \(PlanText.listed(taken))"
  }

  /// One entry for what keeps its claims, and one for what loses them.
  private static func removals(_ group: GroupChange, _ input: PlanInput) -> [PlanEntry] {
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
    return [
      removal(group, lost, losingClaims: true, input), removal(group, kept, losingClaims: false, input),
    ]
    .compactMap(\.self)
  }

  private static func removal(
    _ group: GroupChange, _ lists: [PodList], losingClaims: Bool, _ input: PlanInput
  ) -> PlanEntry? {
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
      group.sets.contains { $0.new == nil && $0.old?.key == RunningSet(owner)?.key }
    }
    if losingClaims {
      entry.notes.append("persistentVolumeClaimRetentionPolicy is Delete; with Retain the claims would stay")
      entry.losesData(of: group.name, in: lists[0].owner.namespace, input)
    } else if claims > 0, lists.allSatisfy({ input.goneNamespaces.contains($0.owner.effectiveNamespace) }) {
      entry.notes.append("its namespace goes, and the claims with it")
    } else if claims > 0 {
      entry.notes.append(
        "\(ChangeText.counted(claims, "claim")) and the data in \(claims == 1 ? "it" : "them") stay")
    }
    let majority = group.oldPods / 2 + 1
    if group.newPods > 0, claims > 0, group.oldPods > 2, group.oldPods - pods < majority {
      entry.notes.append(
        "members that vote leave the cluster first, at most \((group.oldPods - 1) / 2) at a time, in the order above: "
          + "a majority of \(group.oldPods) is \(majority)")
    }
    let unmanaged = group.sets.filter { change in
      change.leavesReplicasOut
        && lists.contains { $0.owner.versionlessID == change.old?.resource.versionlessID }
    }
    if !unmanaged.isEmpty {
      entry.notes += [
        "kubectl apply takes the number away with spec.replicas, and the server makes it 1",
        "take it out of what was applied before, and nothing is scaled:",
      ]
      entry.commands += unmanaged.compactMap { $0.old?.resource.command("apply edit-last-applied") }
    }
    if !gone.isEmpty {
      entry.notes.append(
        "kubectl apply alone leaves the \(gone.count == 1 ? "StatefulSet" : "StatefulSets") running; "
          + "\(KeptObjects.pruning) \(gone.count == 1 ? "it" : "them")")
      entry.commands += gone.map { $0.command("delete") }
    }
    return entry
  }
}

extension StatefulSetChange {
  /// Whether an autoscaler, or something else, is to have the number of pods from now on.
  fileprivate var leavesReplicasOut: Bool {
    guard let old, let new else { return false }
    return old.resource.object.at("spec", "replicas") != nil
      && new.resource.object.at("spec", "replicas") == nil
  }
}

extension PlanEntry {
  fileprivate var hasClaims: Bool { pods.contains { !$0.claims.isEmpty } }
}

extension Resource {
  /// What kubectl does to it.
  func command(_ verb: StaticString, _ options: ShellCommand...) -> ShellCommand {
    .kubectl(verb, kindArgument, [name], namespace: namespace, options)
  }
}
