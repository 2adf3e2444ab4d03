internal import Changes
internal import Resources
internal import YAML

/// The objects that are drawn, with what became of each.
struct GraphObjects {
  typealias ReadSet = (reading: SetReading, old: SetReading?, change: ZoneGraph.Change?)

  /// Those of one group stand together, in the order of their zones.
  private(set) var sets: [ReadSet] = []
  private(set) var services: [Resource] = []
  private(set) var budgets: [Resource] = []
  let plan: Plan?
  private var changes: [ResourceID: ZoneGraph.Change] = [:]

  /// - Parameters:
  ///   - old: what there was; `nil` when one side is drawn.
  ///   - plan: what applying the change does.
  init(_ new: ResourceSet, _ old: ResourceSet?, _ plan: Plan?) {
    self.plan = plan
    var objects = new.resources
    var before: [ResourceID: Resource] = [:]
    if let old, let plan {
      for object in plan.comparison.objects {
        switch object.kind {
        case .added: if let new = object.new { changes[new.versionlessID] = .added }
        case .changed: if let new = object.new { changes[new.versionlessID] = .changed }
        case .removed, .renamed:
          if let new = object.new { changes[new.versionlessID] = .added }
          guard let gone = object.old else { continue }
          changes[gone.versionlessID] = .removed
          objects.append(gone)
        }
      }
      for object in old.resources where SetReading.isDrawn(object) { before[object.versionlessID] = object }
    }
    for object in objects { add(object, before) }
    sort()
  }

  func change(of resource: Resource) -> ZoneGraph.Change? { changes[resource.versionlessID] }

  private mutating func add(_ object: Resource, _ before: [ResourceID: Resource]) {
    switch (object.gvk.kind, object.gvk.group) {
    case ("Service", ""): services.append(object)
    case ("PodDisruptionBudget", "policy"),
      ("ZoneAwarePodDisruptionBudget", "rollout-operator.grafana.com"):
      budgets.append(object)
    default:
      guard let reading = SetReading(object) else { return }
      let change = change(of: object)
      let old = change == .added || change == .removed ? nil : before[object.versionlessID]
      sets.append((reading, old.flatMap(SetReading.init), change))
    }
  }

  private mutating func sort() {
    sets.sort { a, b in
      let keys = [a, b].map(\.reading.groupKey)
      if keys[0] != keys[1] {
        return keys[0].map(\.text).lexicographicallyPrecedes(keys[1].map(\.text), by: precedesBytewise)
      }
      let zones = [a, b].map { $0.reading.labels?.zoneIndex ?? 0 }
      return zones[0] != zones[1] ? zones[0] < zones[1] : a.reading.resource.precedes(b.reading.resource)
    }
    services.sort { $0.precedes($1) }
    budgets.sort { $0.precedes($1) }
  }
}

extension SetReading {
  fileprivate static func isDrawn(_ resource: Resource) -> Bool { SetReading(resource) != nil }
}

extension Resource {
  fileprivate func precedes(_ other: Resource) -> Bool {
    [effectiveNamespace, name].lexicographicallyPrecedes(
      [other.effectiveNamespace, other.name], by: precedesBytewise)
  }
}
