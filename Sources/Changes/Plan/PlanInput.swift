internal import Resources
internal import YAML

/// Both sides, with what every rule asks of them worked out once.
struct PlanInput {
  let new: ResourceSet
  let comparison: Comparison
  /// Objects that both sides have and that differ, also those that differ only in an order, which the comparison
  /// leaves out; in the order of kind, namespace and name.
  let changed: [(old: Resource, new: Resource)]
  /// In the order of namespace and name; the StatefulSets of a group in that of its zones.
  let groups: [GroupChange]
  let applyCommand: ShellCommand
  /// Groups that go and come again elsewhere.
  let relocations: [RelocatedGroup]
  /// Objects of which the new side has none of that name.
  let gone: [Resource]
  /// Namespaces that go, and take everything in them along.
  let goneNamespaces: Set<KeyBytes>
  /// Groups and objects whose data may be deleted.
  let mayLoseData: [String]

  /// Objects of the new side that get their names from the server, and that the old side has not, or otherwise.
  let created: [Resource]

  /// What a cluster said of what runs.
  let running: RunningState?
  let order: ApplyOrder

  init(
    old: ResourceSet, new: ResourceSet, applying command: ShellCommand, losing names: [String] = [],
    running: RunningState? = nil, order: ApplyOrder = .waves
  ) {
    self.running = running
    self.order = order
    created = Comparison(
      old: ResourceSet(old.resources.filter(\.hasGeneratedName)),
      new: ResourceSet(new.resources.filter(\.hasGeneratedName))
    ).objects.compactMap(\.new)
    // What was made under such a name is not to be found again by it.
    let old = ResourceSet(old.resources.filter { !$0.hasGeneratedName })
    let new = ResourceSet(new.resources.filter { !$0.hasGeneratedName })
    self.new = new
    mayLoseData = names
    comparison = Comparison(old: old, new: new)
    gone = comparison.objects.filter { $0.kind == .removed || $0.kind == .renamed }.compactMap(\.old)
    goneNamespaces = Set(
      texts: gone.filter { $0.gvk.group.isEmpty && $0.gvk.kind == "Namespace" && !KeptObjects.contains($0) }
        .map(\.name))
    applyCommand = command
    groups = GroupChange.groups(old, new, running, order)
    relocations = RelocatedGroup.pairs(groups)
    let differing = comparison.objects.filter { $0.kind == .changed }.compactMap { change in
      change.old.flatMap { old in change.new.map { (old: old, new: $0) } }
    }
    let reordered = Self.reordered(old, new, except: Set(differing.map(\.new.versionlessID)))
    changed =
      reordered.isEmpty
      ? differing
      : (differing + reordered).sorted { a, b in
        a.new.sortKey.lexicographicallyPrecedes(b.new.sortKey, by: precedesBytewise)
      }
  }

  /// The claims that the old side has in a namespace, those of StatefulSets first.
  func claims(inNamespace name: String) -> [String] {
    let sets = groups.flatMap(\.sets).compactMap(\.old).filter {
      sameBytes($0.resource.effectiveNamespace, name)
    }
    let own = gone.filter { $0.gvk.kind == "PersistentVolumeClaim" && sameBytes($0.effectiveNamespace, name) }
    return sets.flatMap { set in set.claims(of: set.ordinals.map(set.pod)) } + own.map(\.name)
  }

  /// What runs pods and differs in nothing but the order of lists.
  private static func reordered(
    _ old: ResourceSet, _ new: ResourceSet, except differing: Set<ResourceID>
  ) -> [(old: Resource, new: Resource)] {
    var before: [ResourceID: Resource] = [:]
    for object in old.resources where object.runsPods { before[object.versionlessID] = object }
    return new.resources.filter(\.runsPods).compactMap { object in
      let id = object.versionlessID
      guard let earlier = before[id], !differing.contains(id), !earlier.object.sameValue(as: object.object)
      else { return nil }
      return ServerFields.comparable(earlier, object) ?? (earlier, object)
    }
  }
}

/// The StatefulSets of one instance group; one without the group's label is a group of its own.
struct GroupChange {
  let name: String
  var sets: [StatefulSetChange]

  var oldPods: Int { sets.reduce(0) { $0 + ($1.old?.replicas ?? 0) } }
  var newPods: Int { sets.reduce(0) { $0 + ($1.new?.replicas ?? 0) } }

  var hasClaims: Bool {
    sets.contains { !(($0.old ?? $0.new)?.claimTemplates.isEmpty ?? true) }
  }

  /// Tells it from the other groups.
  var key: [KeyBytes] { sets.first.flatMap { $0.new ?? $0.old }?.groupKey ?? [] }

  /// `nats (3 zones)`, of the zones that something happens in.
  func title(_ lists: [PodList]) -> String { title(lists.compactMap(\.zone)) }

  var title: String { title(sets.compactMap(\.zone)) }

  private func title(_ zones: [String]) -> String {
    let count = Set(zones).count
    return count > 1 ? "\(name) (\(count) zones)" : name
  }

  static func groups(
    _ old: ResourceSet, _ new: ResourceSet, _ running: RunningState?, _ order: ApplyOrder
  ) -> [GroupChange] {
    var changes: [[KeyBytes]: StatefulSetChange] = [:]
    for set in old.resources.compactMap(RunningSet.init) { changes[set.key, default: .init()].old = set }
    for set in new.resources.compactMap(RunningSet.init) { changes[set.key, default: .init()].new = set }
    var groups: [[KeyBytes]: GroupChange] = [:]
    for var change in changes.values {
      change.update = RollingUpdate(change, running)
      change.step = change.resource.map(order.step) ?? 0
      guard let set = change.new ?? change.old else { continue }
      groups[set.groupKey, default: GroupChange(name: set.group ?? set.name, sets: [])].sets.append(change)
    }
    return groups.sorted { $0.key.precedes($1.key) }.map { _, group in
      var group = group
      group.sets.sort(by: StatefulSetChange.isBefore)
      return group
    }
  }
}

/// A StatefulSet before and after.
struct StatefulSetChange {
  var old: RunningSet?
  var new: RunningSet?
  /// What happens to the pods that stay; worked out once, because several rules ask for it.
  fileprivate(set) var update: RollingUpdate?
  /// When it is applied.
  fileprivate(set) var step = 0

  /// The object as it is to be, or was.
  var resource: Resource? { (new ?? old)?.resource }
  var zone: String? { (new ?? old)?.zone }

  /// The pods that go, from the highest ordinal down.
  var removed: [String] {
    guard let old else { return [] }
    return old.ordinals.reversed().filter { !(new?.ordinals.contains($0) ?? false) }.map(old.pod)
  }

  var added: [String] {
    guard let new else { return [] }
    return new.ordinals.filter { !(old?.ordinals.contains($0) ?? false) }.map(new.pod)
  }

  fileprivate static func isBefore(_ a: StatefulSetChange, _ b: StatefulSetChange) -> Bool {
    guard let a = a.new ?? a.old, let b = b.new ?? b.old else { return false }
    if a.rank != b.rank { return a.rank < b.rank }
    if a.zoneIndex != b.zoneIndex { return a.zoneIndex < b.zoneIndex }
    return precedesBytewise(a.name, b.name)
  }
}

extension Resource {
  fileprivate var runsPods: Bool {
    switch gvk.group {
    case "": gvk.kind == "Pod"
    case "apps": true
    case "batch": true
    default: false
    }
  }
}
