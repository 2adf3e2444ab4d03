internal import Resources
internal import YAML

/// Pods that keep an older template, and with it the name of a ConfigMap or Secret that goes.
enum StaleConfiguration {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let gone = input.gone.filter {
      ["ConfigMap", "Secret"].contains($0.gvk.kind) && !KeptObjects.contains($0)
    }
    guard !gone.isEmpty else { return [] }
    let objects = Dictionary(
      gone.map { ([$0.effectiveNamespace, $0.gvk.kind, $0.name].map(KeyBytes.init), $0) }
    ) { a, _ in a }
    return input.groups.compactMap { entry($0, objects) }
  }

  private static func entry(_ group: GroupChange, _ gone: [[KeyBytes]: Resource]) -> PlanEntry? {
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
    let count = lists.reduce(0) { $0 + $1.names.count }
    let names = needed.sorted { $0.key.precedes($1.key) }.map {
      ChangeText.object($0.value)
    }
    return PlanEntry(
      kind: .waiting, level: .disruptive, objects: lists.map(\.owner),
      summary:
        "\(ChangeText.counted(count, "pod")) of \(group.title(lists)) that \(count == 1 ? "waits" : "wait") still \(count == 1 ? "needs" : "need") \(names.joined(separator: " and "))",
      pods: lists,
      notes: [
        "kubectl apply alone leaves it there; \(KeptObjects.pruning) it, and a container that restarts then can't start",
        "keep it until no pod waits: annotate what generates it with argocd.argoproj.io/sync-options: Prune=false or kustomize.toolkit.fluxcd.io/prune: disabled",
        "or let the pods restart in the same change",
      ])
  }
}
