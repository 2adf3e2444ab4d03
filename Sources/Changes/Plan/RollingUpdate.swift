internal import Resources
internal import YAML

/// What its controller does to the pods of one StatefulSet that there are before and after.
struct RollingUpdate {
  /// The pods that restart, in that order: from the highest ordinal down.
  private(set) var pods: [String] = []
  /// Those that keep what they run until somebody deletes them, or lowers the partition.
  private(set) var held: [String] = []
  /// How many are down at a time.
  private(set) var atOnce = 0
  /// The differences of the template, as the server sees them.
  let fields: [FieldChange]
  /// Whether the StatefulSet is deleted with its pods, because the new one would not know them for its own.
  let isAbrupt: Bool
  /// Whether the template is the same, and pods restart only because they were held back from an earlier one.
  let isLeftover: Bool
  /// Whether it is known which pods were.
  let isCertain: Bool

  /// - Parameter running: what a cluster said.
  /// - Returns: `nil` when no pod is concerned.
  init?(_ change: StatefulSetChange, _ running: RunningState? = nil) {
    guard let old = change.old, let new = change.new else { return nil }
    let kept = new.ordinals.reversed().filter(old.ordinals.contains)
    guard !kept.isEmpty else { return nil }
    isAbrupt = Replacement.stopsPods(old, new)
    let template = TemplateChange(old.resource, new.resource)
    isLeftover = template.isSame
    isCertain = !isLeftover || running != nil
    fields = template.fields
    for ordinal in kept {
      let isUpdated = isAbrupt || Self.updates(new, ordinal)
      if isLeftover {
        let isOutdated = running?.isOutdated(new.pod(ordinal), of: new) ?? true
        if isUpdated && !Self.updates(old, ordinal) && isOutdated { pods.append(new.pod(ordinal)) }
      } else if isUpdated {
        pods.append(new.pod(ordinal))
      } else {
        held.append(new.pod(ordinal))
      }
    }
    guard !pods.isEmpty || !held.isEmpty else { return nil }
    atOnce = !isCertain ? 0 : isAbrupt ? pods.count : min(pods.count, new.maxUnavailable)
  }

  private static func updates(_ set: RunningSet, _ ordinal: Int) -> Bool {
    if set.restartsOnDelete { return set.isOperated }
    return ordinal - set.firstOrdinal >= set.partition
  }
}

/// What is different in the pods that a workload makes.
struct TemplateChange {
  let isSame: Bool
  let fields: [FieldChange]

  init(_ old: Resource, _ new: Resource) {
    // Most templates stay as they are written, too.
    if let before = old.object.at("spec", "template"), let after = new.object.at("spec", "template"),
      before.sameValue(as: after)
    {
      (isSame, fields) = (true, [])
      return
    }
    let (old, new) = (ServerDefaults.stripped(old), ServerDefaults.stripped(new))
    let templates = [old, new].map { $0.object.at("spec", "template") ?? .null }
    isSame = ServerDefaults.areSame(templates[0], templates[1])
    fields =
      isSame
      ? []
      : ServerDefaults.changes(fromStripped: old, to: new).filter { $0.path.isCovered(by: "/spec/template") }
  }
}

extension GroupChange {
  /// How many pods of the group are down at once while it is rolled out: zones don't wait for each other, but the
  /// rollout-operator takes one after the other.
  var downAtOnce: Int {
    var steps: [Int: Int] = [:]
    var operated = 0
    for change in sets {
      guard let update = change.update else { continue }
      if change.new?.isOperated == true && !update.isAbrupt {
        operated = max(operated, update.atOnce)
      } else {
        steps[change.step, default: 0] += update.atOnce
      }
    }
    return (steps.values.max() ?? 0) + operated
  }

  /// The most that are down at once when one StatefulSet is rolled out after the other.
  var downInTurn: Int { sets.reduce(0) { max($0, $1.update?.atOnce ?? 0) } }

  var removedPods: Int { sets.reduce(0) { $0 + $1.removed.count } }
}
