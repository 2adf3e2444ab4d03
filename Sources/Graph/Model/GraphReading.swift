package import Changes
package import Diagnostics
package import Resources
internal import YAML

extension ZoneGraph {
  /// What runs of one set of objects; incomplete after a report that there is too much.
  package init(_ set: ResourceSet, _ report: Report) { self.init(GraphObjects(set, nil, nil), report) }

  /// What there is to be, with what there was and goes.
  package init(old: ResourceSet, new: ResourceSet, _ plan: Plan, _ report: Report) {
    self.init(GraphObjects(new, old, plan), report)
  }

  /// More make no picture that anybody can look at.
  package static let mostPods = 20_000
  private static let mostZones = 100
  /// Of all Services and budgets together, in StatefulSets.
  private static let mostSelections = 500_000

  /// Whether the pods of a set are few enough to be drawn.
  ///
  /// - Returns: `false` after a report.
  package static func isBearable(_ set: ResourceSet, _ report: Report) -> Bool {
    var count = 0
    for reading in set.resources.lazy.compactMap(SetReading.init) {
      // Those without any are drawn, too.
      count += max(1, reading.replicas)
      guard count > mostPods else { continue }
      let resource = reading.resource
      report.error(
        "too-many-pods",
        "with \(resource.gvk.kind) \"\(resource.name)\", there are more than \(mostPods) pods, too many for a graph",
        at: resource.object.at("spec", "replicas")?.position ?? resource.namePosition,
        hint: "lower its replicas, or draw parts of it by themselves")
      return false
    }
    return true
  }

  private init(_ objects: GraphObjects, _ report: Report) {
    let readings = objects.sets.map(\.reading)
    let names = ZoneNames(readings)
    guard names.zones.count <= Self.mostZones else {
      report.error(
        "too-many-zones", "there are \(names.zones.count) zones, more than the \(Self.mostZones) of a graph",
        at: readings[readings.count - 1].resource.namePosition, hint: "draw parts of it by themselves")
      return
    }
    zones = names.zones.map { Zone(name: $0) }
    for (reading, old, change) in objects.sets {
      sets.append(PodSet(reading, old, change, zone: names.zone(of: reading)))
    }
    plan = objects.plan
    markSteps()
    placeOnNodes()
    addGroups(readings)
    addSelectors(objects, readings, report)
  }

  private mutating func addSelectors(_ objects: GraphObjects, _ readings: [SetReading], _ report: Report) {
    let index = SetIndex(readings, sets)
    let governing = Set(
      readings.compactMap { set in
        set.governingService.map { KeyBytes(text: "\(set.resource.effectiveNamespace)/\($0)") }
      })
    let owners = owners
    var left = Self.mostSelections
    for resource in objects.services {
      var service = Service(resource, index, governing, objects.change(of: resource))
      guard Self.takes(service.selections, from: &left, of: resource, report) else { return }
      service.role = role(of: service, owners)
      services.append(service)
    }
    for resource in objects.budgets {
      let budget = Budget(resource, index, objects.change(of: resource))
      guard Self.takes(budget.selections, from: &left, of: resource, report) else { return }
      budgets.append(budget)
    }
  }

  /// As many Services over as many StatefulSets would draw their product.
  private static func takes(
    _ selections: [Selection], from left: inout Int, of resource: Resource, _ report: Report
  ) -> Bool {
    left -= selections.count
    if left >= 0 { return true }
    report.error(
      "too-many-selections",
      "with \(resource.gvk.kind) \"\(resource.name)\", Services and budgets select more than \(mostSelections) StatefulSets, too many for a graph",
      at: resource.namePosition, hint: "draw parts of it by themselves")
    return false
  }

  /// Gives pods what a plan does to them.
  private mutating func markSteps() {
    guard let plan else { return }
    var places: [KeyBytes: Int] = [:]
    for (place, set) in sets.enumerated() { places[set.key] = place }
    for pods in plan.steps.flatMap(\.pods) where pods.event == .restarts {
      guard let place = places[PodSet.key(pods.owner)] else { continue }
      let names = Set(texts: pods.names)
      for pod in sets[place].pods.indices where sets[place].pods[pod].change == nil {
        let isMeant = names.isEmpty || names.contains(sets[place].pods[pod].name)
        if isMeant { sets[place].pods[pod].change = .restarts }
      }
    }
  }

  /// Nobody knows the nodes before there are pods: each zone gets as many as keep apart what is to be kept apart.
  private mutating func placeOnNodes() {
    for place in sets.indices {
      let set = sets[place]
      let needed = set.pods.isEmpty ? 0 : set.spread == .none ? 1 : set.pods.count
      if let zone = set.zone {
        zones[zone].nodes = max(zones[zone].nodes, needed)
      } else {
        nodesOutsideOfZones = max(nodesOutsideOfZones, needed)
      }
      guard set.spread != .none else { continue }
      for pod in set.pods.indices { sets[place].pods[pod].node = pod }
    }
  }

  private mutating func addGroups(_ readings: [SetReading]) {
    var places: [[KeyBytes]: Int] = [:]
    var members: [[Int]] = []
    for (place, reading) in readings.enumerated() {
      let key = reading.groupKey
      if let group = places[key] {
        members[group].append(place)
      } else {
        places[key] = members.count
        members.append([place])
      }
    }
    groups = members.map { Group($0, readings, sets) }
  }

  private func role(of service: Service, _ owners: [Int]) -> Service.Role {
    let found = groups(of: service.selections, owners)
    guard let group = found.first else { return .none }
    if found.count > 1 { return .several }
    if service.selections.count == 1, service.selections[0].pod != nil { return .instance }
    let own = groups[group].sets
    let zones = Set(service.selections.map { sets[$0.set].zone })
    return own.count > 1 && zones.count == 1 && zones.first != .some(nil) ? .zone : .group
  }
}

extension ZoneGraph.PodSet {
  static func key(_ resource: Resource) -> KeyBytes {
    KeyBytes(text: "\(resource.gvk.kind) \(resource.effectiveNamespace)/\(resource.name)")
  }

  fileprivate var key: KeyBytes { KeyBytes(text: "\(kind) \(namespace)/\(name)") }

  fileprivate init(_ reading: SetReading, _ old: SetReading?, _ change: ZoneGraph.Change?, zone: Int?) {
    let resource = reading.resource
    kind = resource.gvk.kind
    name = resource.name
    namespace = resource.effectiveNamespace
    self.zone = zone
    self.change = change
    spread = reading.spread
    for ordinal in reading.ordinals {
      var pod = reading.pod(ordinal)
      let isNew = old.map { !$0.ordinals.contains(ordinal) } ?? (change == .added)
      pod.change = change == .removed ? .removed : isNew ? .added : nil
      pods.append(pod)
    }
    for ordinal in old?.ordinals ?? 0..<0 where !reading.ordinals.contains(ordinal) {
      var pod = reading.pod(ordinal)
      pod.change = .removed
      pods.append(pod)
    }
  }
}

extension ZoneGraph.Group {
  fileprivate init(_ members: [Int], _ readings: [SetReading], _ sets: [ZoneGraph.PodSet]) {
    let first = readings[members[0]]
    name = first.group
    namespace = first.resource.effectiveNamespace
    self.sets = members
    let staying = members.filter { sets[$0].change != .removed }
    var counts: [Int: Int] = [:]
    for set in staying { counts[sets[set].zone ?? -1, default: 0] += readings[set].replicas }
    quorum = Quorum(
      staying.lazy.compactMap { readings[$0].resource.promise }.first, Array(counts.values),
      hasMembers: first.hasOrdinals)
    let changes = members.map { sets[$0].change }
    change = changes.allSatisfy { $0 == changes[0] } ? changes[0] : .changed
  }
}

extension ZoneGraph.Service {
  fileprivate init(
    _ resource: Resource, _ index: SetIndex, _ governing: Set<KeyBytes>, _ change: ZoneGraph.Change?
  ) {
    let spec = resource.object["spec"]
    name = resource.name
    namespace = resource.effectiveNamespace
    type = spec?["type"]?.text ?? "ClusterIP"
    isHeadless = spec?["clusterIP"]?.text == "None"
    isGoverning = governing.contains("\(namespace)/\(name)")
    self.change = change
    guard let labels = spec?["selector"]?.mapping, !labels.isEmpty, type != "ExternalName",
      change != .removed
    else { return }
    let found = index.selections(PodSelector(labels: labels), in: namespace)
    selections = found.pods
    isOfSome = found.isOfSome && !found.pods.isEmpty
  }
}

extension ZoneGraph.Budget {
  fileprivate init(_ resource: Resource, _ index: SetIndex, _ change: ZoneGraph.Change?) {
    let spec = resource.object["spec"]
    name = resource.name
    namespace = resource.effectiveNamespace
    isZoneAware = resource.gvk.kind != "PodDisruptionBudget"
    hasPartitions = isZoneAware && spec?["podNamePartitionRegex"] != nil
    let share = isZoneAware ? spec?["maxUnavailablePercentage"]?.text.map { $0 + "%" } : nil
    maxUnavailable = share ?? spec?["maxUnavailable"]?.text
    minAvailable = spec?["minAvailable"]?.text
    self.change = change
    guard change != .removed, let selector = PodSelector(spec?["selector"]) else { return }
    selections = index.selections(selector, in: namespace).pods
  }
}
