internal import Resources
internal import YAML

/// Pods of a group that come or go by name, and what becomes of their claims.
enum InstanceChange: PlanFinding {
  case removal(InstanceRemoval)
  case addition(InstanceAddition)

  static func all(in input: PlanInput) -> [InstanceChange] {
    let moved = Set(input.relocations.map(\.old.key))
    return input.groups.flatMap { group in
      // Of what comes again under another name, it is said already that nothing is left of it.
      let removals = InstanceRemoval.all(in: group, isMoved: moved.contains(group.key), input)
      let addition = InstanceAddition(group, input.running)
      return removals.map(InstanceChange.removal) + (addition.map { [.addition($0)] } ?? [])
    }
  }

  var entry: PlanEntry {
    switch self {
    case .removal(let removal): removal.entry
    case .addition(let addition): addition.entry
    }
  }
}

/// Pods that come.
struct InstanceAddition {
  /// Claims of their names that are there already.
  enum Taken: Equatable {
    case unknown
    case known([String])
  }

  let group: GroupChange
  let pods: [PodList]
  /// `nil` for pods without claims.
  let taken: Taken?

  fileprivate init?(_ group: GroupChange, _ running: RunningState?) {
    self.group = group
    pods = group.sets.compactMap { change in
      guard let new = change.new, !change.added.isEmpty else { return nil }
      return PodList(
        owner: new.resource, zone: new.zone, names: change.added, count: change.added.count,
        claims: new.claims(of: change.added))
    }
    guard !pods.isEmpty else { return nil }
    taken = pods.contains { !$0.claims.isEmpty } ? Taken(pods, running) : nil
  }
}

extension InstanceAddition.Taken {
  fileprivate init(_ pods: [PodList], _ running: RunningState?) {
    guard let running else {
      self = .unknown
      return
    }
    self = .known(
      pods.flatMap { list in
        list.claims.filter { running.hasClaim($0, inNamespace: list.owner.effectiveNamespace) }
      })
  }
}

/// Pods that go.
struct InstanceRemoval {
  enum Claims: Equatable {
    case none
    case stay
    case goWithNamespace
    /// Because of the policy of their StatefulSet.
    case areDeleted(LossPermission)
  }

  let group: GroupChange
  let pods: [PodList]
  let claims: Claims
  /// How many of a group that stays must be left for its members to agree; `nil` where enough are, or it keeps nothing.
  let majority: Int?
  /// StatefulSets that no longer say how many pods they have.
  let unmanaged: [Resource]
  /// StatefulSets that go with their pods.
  let gone: [Resource]
  /// Whether nothing is left of the group, though its claims stay.
  let isUnserved: Bool

  /// One for what keeps its claims, and one for what loses them.
  fileprivate static func all(
    in group: GroupChange, isMoved: Bool, _ input: PlanInput
  ) -> [InstanceRemoval] {
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
      lost.isEmpty
        ? nil
        : InstanceRemoval(
          group, lost, .areDeleted(LossPermission(group.name, in: lost[0].owner.namespace, input)), false),
      kept.isEmpty
        ? nil : InstanceRemoval(group, kept, Claims(staying: kept, input), group.newPods == 0 && !isMoved),
    ].compactMap(\.self)
  }

  /// - Parameter isLast: whether nothing of the group is left, nor elsewhere.
  private init(_ group: GroupChange, _ pods: [PodList], _ claims: Claims, _ isLast: Bool) {
    self.group = group
    self.pods = pods
    self.claims = claims
    isUnserved = isLast && claims != .none
    let left = group.oldPods - pods.reduce(0) { $0 + $1.names.count }
    let majority = group.oldPods / 2 + 1
    let agrees = group.newPods > 0 && claims != .none && group.oldPods > 2
    self.majority = agrees && left < majority ? majority : nil
    unmanaged = group.sets.compactMap { change in
      guard let old = change.old?.resource, change.leavesReplicasOut,
        pods.contains(where: { $0.owner.versionlessID == old.versionlessID })
      else { return nil }
      return old
    }
    gone = pods.map(\.owner).filter { owner in
      group.sets.contains { $0.new == nil && $0.old?.key == RunningSet(owner)?.key }
    }
  }
}

extension InstanceRemoval.Claims {
  fileprivate init(staying pods: [PodList], _ input: PlanInput) {
    if pods.allSatisfy(\.claims.isEmpty) {
      self = .none
    } else if pods.allSatisfy({ input.goneNamespaces.contains($0.owner.effectiveNamespace) }) {
      self = .goWithNamespace
    } else {
      self = .stay
    }
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
