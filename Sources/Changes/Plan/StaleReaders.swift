internal import Resources
internal import YAML

/// Pods of a group that keep an older template, and with it the name of a ConfigMap or Secret that goes.
struct StaleReaders: PlanFinding {
  let group: GroupChange
  let pods: [PodList]
  /// What they read and that goes.
  let needed: [Resource]

  static func all(in input: PlanInput) -> [StaleReaders] {
    let gone = input.gone.filter {
      ["ConfigMap", "Secret"].contains($0.gvk.kind) && !KeptObjects.contains($0)
    }
    guard !gone.isEmpty else { return [] }
    let objects = Dictionary(
      gone.map { ([$0.effectiveNamespace, $0.gvk.kind, $0.name].map(KeyBytes.init), $0) }
    ) { a, _ in a }
    return input.groups.compactMap { StaleReaders($0, objects) }
  }

  private init?(_ group: GroupChange, _ gone: [[KeyBytes]: Resource]) {
    var lists: [PodList] = []
    var needed: [[KeyBytes]: Resource] = [:]
    for change in group.sets {
      guard let old = change.old, let update = change.update, !update.held.isEmpty else { continue }
      let references = ConfigReferences(of: old.resource.object.at("spec", "template", "spec"))
      let stale = references.reads.keys.map { [KeyBytes(text: old.resource.effectiveNamespace)] + $0 }.filter
      {
        gone[$0] != nil
      }
      guard !stale.isEmpty else { continue }
      for key in stale { needed[key] = gone[key] }
      lists.append(
        PodList(owner: old.resource, zone: old.zone, names: update.held, count: update.held.count))
    }
    guard !lists.isEmpty else { return nil }
    self.group = group
    pods = lists
    self.needed = needed.sorted { $0.key.precedes($1.key) }.map(\.value)
  }
}

// MARK: - In words

extension StaleReaders {
  var entry: PlanEntry {
    let count = pods.reduce(0) { $0 + $1.names.count }
    let names = needed.map(ChangeText.object).joined(separator: " and ")
    return PlanEntry(
      kind: .waiting, level: .disruptive, objects: pods.map(\.owner),
      summary:
        "\(ChangeText.counted(count, "pod")) of \(group.title(pods)) that \(count == 1 ? "waits" : "wait") still \(count == 1 ? "needs" : "need") \(names)",
      pods: pods,
      notes: [
        "kubectl apply alone leaves it there; \(KeptObjects.pruning) it, and a container that restarts then can't start",
        "keep it until no pod waits: annotate what generates it with argocd.argoproj.io/sync-options: Prune=false or kustomize.toolkit.fluxcd.io/prune: disabled",
        "or let the pods restart in the same change",
      ])
  }
}
