internal import Resources
internal import YAML

/// What comes and goes with pods that have no name of their own, and Pods that nothing manages.
enum ReplicaChanges {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    input.comparison.objects.flatMap { change -> [PlanEntry] in
      guard let old = change.old, let new = change.new else {
        return [change.old.flatMap(removal), change.new.flatMap(addition)].compactMap(\.self)
      }
      // To pods a new name of what makes them is a new life.
      if !sameBytes(old.name, new.name) { return [removal(old), addition(new)].compactMap(\.self) }
      return [scaling(from: old, to: new)].compactMap(\.self)
    } + input.created.compactMap(creation)
  }

  /// Each `kubectl create` makes another one, of which no later set knows.
  private static func creation(_ object: Resource) -> PlanEntry? {
    var entry = addition(object)
    entry?.notes.append("kubectl create makes one more each time; kubectl apply refuses generateName")
    return entry
  }

  private static func scaling(from old: Resource, to new: Resource) -> PlanEntry? {
    guard let before = replicas(old), let after = replicas(new), before != after else { return nil }
    return after > before
      ? entry(.addition, new, after - before, "added") : entry(.removal, new, before - after, "removed")
  }

  private static func addition(_ object: Resource) -> PlanEntry? {
    guard replicas(object) != 0, var entry = entry(.addition, object, replicas(object), "added") else {
      return nil
    }
    switch object.gvk.kind {
    case "Job":
      let waits = object.object.at("spec", "suspend")?.text == "true"
      entry.notes.append(waits ? "it is suspended: its pods wait" : "its pods start with the apply")
    case "CronJob": entry.notes.append("its first Job starts \(CronJobChanges.start(object))")
    case "Pod": entry.notes.append("nothing makes it again when its node is lost")
    default: break
    }
    return entry
  }

  private static func removal(_ object: Resource) -> PlanEntry? {
    guard replicas(object) != 0, var entry = entry(.removal, object, replicas(object), "removed") else {
      return nil
    }
    let kind = object.gvk.kind
    if kind == "Job" { entry.notes.append("its pods go with it, also those that have ended, and their logs") }
    if kind == "CronJob" { entry.notes.append("its Jobs and their pods go with it, also those that run") }
    let stays = kind == "Job" || kind == "CronJob" ? "it there" : "the \(kind) running"
    entry.notes.append("kubectl apply alone leaves \(stays); \(KeptObjects.pruning) it")
    entry.commands = [object.command("delete")]
    return entry
  }

  /// - Parameter count: `nil` where the number of pods is not known.
  private static func entry(
    _ kind: PlanEntry.Kind, _ object: Resource, _ count: Int?, _ what: String
  ) -> PlanEntry? {
    var pods = PodList(owner: object, count: count)
    let subject: String
    switch (object.gvk.group, object.gvk.kind) {
    case ("apps", "Deployment"):
      let count = count ?? 0
      subject =
        "\(ChangeText.counted(count, "pod")) of \(ChangeText.object(object)) \(count == 1 ? "is" : "are")"
    case ("apps", "DaemonSet"): subject = "the pods of \(ChangeText.object(object)) are"
    case ("batch", "Job"), ("batch", "CronJob"): subject = "\(ChangeText.object(object)) is"
    case ("", "Pod"):
      subject = "\(ChangeText.object(object)) is"
      pods.names = [object.name]
      pods.count = 1
    default: return nil
    }
    return PlanEntry(kind: kind, objects: [object], summary: "\(subject) \(what)", pods: [pods])
  }

  /// The number of pods of what has such a number.
  private static func replicas(_ object: Resource) -> Int? {
    guard object.gvk.group == "apps", object.gvk.kind == "Deployment" else { return nil }
    return object.object.at("spec", "replicas")?.wholeNumber ?? 1
  }
}
