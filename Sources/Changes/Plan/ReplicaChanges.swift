internal import Resources
internal import YAML

/// Pods without a name of their own that come and go: those of Deployments, DaemonSets and Jobs.
enum ReplicaChanges {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    input.comparison.objects.flatMap { change -> [PlanEntry] in
      // To pods a new name of what makes them is a new life.
      guard change.old?.name == change.new?.name || change.old == nil || change.new == nil else {
        return [removal(change.old, to: 0), addition(change.new, from: 0)].compactMap(\.self)
      }
      let (before, after) = (replicas(change.old), replicas(change.new))
      return [
        removal(change.old ?? change.new, from: before, to: after),
        addition(change.new ?? change.old, from: before, to: after),
      ].compactMap(\.self)
    }
  }

  private static func removal(_ object: Resource?, from before: Int? = nil, to after: Int?) -> PlanEntry? {
    guard let object, let before = before ?? replicas(object), let after, after < before else { return nil }
    return entry(.removal, object, before - after, "removed")
  }

  private static func addition(_ object: Resource?, from before: Int?, to after: Int? = nil) -> PlanEntry? {
    guard let object, let after = after ?? replicas(object), let before, after > before else { return nil }
    return entry(.addition, object, after - before, "added")
  }

  private static func entry(
    _ kind: PlanEntry.Kind, _ object: Resource, _ count: Int, _ what: String
  ) -> PlanEntry {
    let isCounted = object.gvk.kind == "Deployment"
    let pods = isCounted ? ChangeText.counted(count, "pod") : "the pods"
    return PlanEntry(
      kind: kind, objects: [object],
      summary:
        "\(pods) of \(ChangeText.object(object)) \(isCounted && count == 1 ? "is" : "are") \(what)",
      pods: [PodList(owner: object, count: isCounted ? count : nil)])
  }

  /// One for what has pods in a number that nobody knows here; `nil` for what has none.
  private static func replicas(_ object: Resource?) -> Int? {
    guard let object else { return 0 }
    switch (object.gvk.group, object.gvk.kind) {
    case ("apps", "Deployment"): return object.object.at("spec", "replicas")?.wholeNumber ?? 1
    case ("apps", "DaemonSet"), ("batch", "Job"): return 1
    default: return nil
    }
  }
}
