internal import Resources

/// Pods that come and go, in words.
extension InstanceAddition {
  var entry: PlanEntry {
    let count = pods.reduce(0) { $0 + $1.names.count }
    return PlanEntry(
      kind: .addition, objects: pods.map(\.owner),
      summary:
        "\(ChangeText.counted(count, "pod")) of \(group.title(pods)) \(count == 1 ? "is" : "are") added",
      pods: pods, notes: taken.map { [$0.text] } ?? [])
  }
}

extension InstanceAddition.Taken {
  fileprivate var text: String {
    switch self {
    case .unknown: "claims of these names that are there already are taken, with what they hold"
    case .known(let claims):
      claims.isEmpty
        ? "none of these claims is there yet"
        : "there already, and taken with what they hold: \(PlanText.listed(claims))"
    }
  }
}

extension InstanceRemoval {
  var entry: PlanEntry {
    var entry = PlanEntry(kind: .removal, objects: pods.map(\.owner), summary: summary, pods: pods)
    addClaims(to: &entry)
    if let majority {
      entry.notes.append(
        "members that vote leave the cluster first, at most \((group.oldPods - 1) / 2) at a time, in the order above: "
          + "a majority of \(group.oldPods) is \(majority)")
    }
    if !unmanaged.isEmpty {
      entry.notes += [
        "kubectl apply takes the number away with spec.replicas, and the server makes it 1",
        "take it out of what was applied before, and nothing is scaled:",
      ]
      entry.commands += unmanaged.map { $0.command("apply edit-last-applied") }
    }
    if !gone.isEmpty {
      entry.notes.append(
        "kubectl apply alone leaves the \(gone.count == 1 ? "StatefulSet" : "StatefulSets") running; "
          + "\(KeptObjects.pruning) \(gone.count == 1 ? "it" : "them")")
      entry.commands += gone.map { $0.command("delete") }
    }
    if isUnserved {
      entry.level = .disruptive
      entry.notes.append("nothing of \(group.name) is left to serve what they hold")
    }
    return entry
  }

  private var count: Int { pods.reduce(0) { $0 + $1.names.count } }
  private var claimCount: Int { pods.reduce(0) { $0 + $1.claims.count } }

  private var summary: String {
    let text =
      "\(ChangeText.counted(count, "pod")) of \(group.title(pods)) \(count == 1 ? "is" : "are") removed"
    guard case .areDeleted = claims else { return text }
    return text
      + ", and the data of \(ChangeText.counted(claimCount, "claim")) with \(count == 1 ? "it" : "them")"
  }

  private func addClaims(to entry: inout PlanEntry) {
    switch claims {
    case .none: break
    case .stay:
      entry.notes.append(
        "\(ChangeText.counted(claimCount, "claim")) and the data in \(claimCount == 1 ? "it" : "them") stay")
    case .goWithNamespace: entry.notes.append("its namespace goes, and the claims with it")
    case .areDeleted(let permission):
      entry.notes.append("persistentVolumeClaimRetentionPolicy is Delete; with Retain the claims would stay")
      entry.asks(for: permission)
    }
  }
}
