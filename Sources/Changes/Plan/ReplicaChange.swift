internal import Resources
internal import YAML

/// Pods that have no name of their own and come or go, and Pods that nothing manages.
struct ReplicaChange: PlanFinding {
  enum Event {
    case added, removed
    /// Made by `kubectl create`, each time another one.
    case created
  }

  let event: Event
  let object: Resource
  /// `nil` where the number of pods is not known.
  let count: Int?
  /// Whether the object comes or goes itself, rather than some of its pods.
  let isWhole: Bool

  static func all(in input: PlanInput) -> [ReplicaChange] {
    input.comparison.objects.flatMap { change -> [ReplicaChange] in
      guard let old = change.old, let new = change.new else {
        return [
          change.old.flatMap { ReplicaChange(.removed, $0) },
          change.new.flatMap { ReplicaChange(.added, $0) },
        ].compactMap(\.self)
      }
      // To pods a new name of what makes them is a new life.
      if !sameBytes(old.name, new.name) {
        return [ReplicaChange(.removed, old), ReplicaChange(.added, new)].compactMap(\.self)
      }
      return ReplicaChange(from: old, to: new).map { [$0] } ?? []
    } + input.created.compactMap { ReplicaChange(.created, $0) }
  }

  /// - Returns: `nil` for what makes no pods.
  private init?(_ event: Event, _ object: Resource) {
    let count = Self.replicas(object)
    guard count != 0, Self.makesPods(object) else { return nil }
    self.event = event
    self.object = object
    self.count = count
    isWhole = true
  }

  private init?(from old: Resource, to new: Resource) {
    guard let before = Self.replicas(old), let after = Self.replicas(new), before != after else { return nil }
    event = after > before ? .added : .removed
    object = new
    count = abs(after - before)
    isWhole = false
  }

  private static func makesPods(_ object: Resource) -> Bool {
    switch (object.gvk.group, object.gvk.kind) {
    case ("apps", "Deployment"), ("apps", "DaemonSet"), ("batch", "Job"), ("batch", "CronJob"), ("", "Pod"):
      true
    default: false
    }
  }

  /// The number of pods of what has such a number.
  private static func replicas(_ object: Resource) -> Int? {
    guard object.gvk.group == "apps", object.gvk.kind == "Deployment" else { return nil }
    return object.object.at("spec", "replicas")?.wholeNumber ?? 1
  }
}

// MARK: - In words

extension ReplicaChange {
  var entry: PlanEntry {
    let isPod = object.gvk.kind == "Pod"
    var entry = PlanEntry(
      kind: event == .removed ? .removal : .addition, objects: [object],
      summary: "\(subject) \(event == .removed ? "removed" : "added")",
      pods: [PodList(owner: object, names: isPod ? [object.name] : [], count: isPod ? 1 : count)])
    guard isWhole else { return entry }
    switch event {
    case .added: entry.notes = start
    case .created:
      entry.notes = start + ["kubectl create makes one more each time; kubectl apply refuses generateName"]
    case .removed:
      entry.notes = end
      entry.commands = [object.command("delete")]
    }
    return entry
  }

  private var subject: String {
    let name = ChangeText.object(object)
    switch object.gvk.kind {
    case "Deployment":
      return "\(ChangeText.counted(count ?? 0, "pod")) of \(name) \(count == 1 ? "is" : "are")"
    case "DaemonSet": return "the pods of \(name) are"
    default: return "\(name) is"
    }
  }

  private var start: [String] {
    switch object.gvk.kind {
    case "Job":
      let waits = object.object.at("spec", "suspend")?.text == "true"
      return [waits ? "it is suspended: its pods wait" : "its pods start with the apply"]
    case "CronJob": return ["its first Job starts \(CronJobChange.start(object))"]
    case "Pod": return ["nothing makes it again when its node is lost"]
    default: return []
    }
  }

  private var end: [String] {
    let kind = object.gvk.kind
    let rest =
      "kubectl apply alone leaves \(kind == "Job" || kind == "CronJob" ? "it there" : "the \(kind) running"); \(KeptObjects.pruning) it"
    switch kind {
    case "Job": return ["its pods go with it, also those that have ended, and their logs", rest]
    case "CronJob": return ["its Jobs and their pods go with it, also those that run", rest]
    default: return [rest]
    }
  }
}
