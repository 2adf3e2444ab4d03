internal import Diagnostics
internal import Resources
internal import YAML

/// The Services of instances and zones, and in which order all are looked for.
extension Draft {
  /// - Returns: how many instances the Services of single ones speak of, for each zone.
  mutating func setServices(_ probe: Probe, _ neighbours: Neighbours) -> [Int] {
    let ofInstances = family.isDeployment ? nil : instanceServices(probe, neighbours)
    let ofZones = zoneServices(probe, neighbours) ?? []
    let single = Array((ofInstances ?? []).joined())
    let named = Set((single + ofZones).map(\.place))
    let ofAll = neighbours.selecting(by: probe.groupSelector, beside: family).filter {
      !named.contains($0.place) && isAggregate($0.resource)
    }
    let base = nodePortBase(of: single)
    let numbered = base == nil ? single : single.map(\.withoutNodePorts)
    setPorts(of: numbered + ofZones + ofAll)
    claimed += single + ofZones + ofAll
    setSyncWaves()
    setMetadata(probe)
    setBudgetMetadata()
    setInstanceServices(ofInstances, numbered, from: base, probe)
    if let first = ofZones.first {
      let said = common(ofZones, of: words, probe.zones.compactMap(\.zoneSelector))
      settings.setService(
        "perZone", said.merging([("enabled", true)]).inOrder(["enabled"]), from: first.resource.position)
    }
    setAggregates(ofAll, probe)
    return ofInstances?.map(\.count) ?? family.members.map { _ in 0 }
  }

  // MARK: Of instances

  /// Those of each zone, in the order of the instances; `nil` where one is missing or selects something else.
  private func instanceServices(_ probe: Probe, _ neighbours: Neighbours) -> [[Neighbour]]? {
    var found: [[Neighbour]] = []
    for ((member, start), zone) in zip(zip(family.members, firstOrdinals), probe.zones) {
      var ofZone: [Neighbour] = []
      let count = member.spec["replicas"]?.number
      while ofZone.count < count ?? .max,
        let service = neighbours.object(
          "Service", called: "\(member.name)-\(start + ofZone.count)", beside: family),
        let wanted = zone.instanceSelector(member.name, start + ofZone.count),
        service.resource.selectedLabels?.holds(wanted) == true
      {
        ofZone.append(service)
      }
      guard count == nil || ofZone.count == count else { return nil }
      found.append(ofZone)
    }
    return found.allSatisfy(\.isEmpty) ? nil : found
  }

  /// - Parameters:
  ///   - services: all of them, without the node ports that they have from a number on.
  private mutating func setInstanceServices(
    _ found: [[Neighbour]]?, _ services: [Neighbour], from base: Int?, _ probe: Probe
  ) {
    guard let found, let first = services.first?.resource.position else {
      let hasPorts = !(settings["ports"]?.items ?? declaredPorts).isEmpty
      if hasPorts, !family.isDeployment { settings.setService("perInstance", .mapping(["enabled": false])) }
      return
    }
    var wordsOfInstances: [ZoneWords] = []
    var selectors: [Mapping] = []
    for (index, (services, start)) in zip(found, firstOrdinals).enumerated() {
      for offset in services.indices {
        let (name, ordinal) = (family.members[index].name, start + offset)
        wordsOfInstances.append(
          words[index].ofInstance("\(name)-\(ordinal)", ordinal, wordsOfInstances.count))
        selectors.append(probe.zones[index].instanceSelector(name, ordinal) ?? Mapping())
      }
    }
    var said = common(services, of: wordsOfInstances, selectors)
    if let base { said["nodePortBase"] = .integer(base) }
    if said.isEmpty { unsaid.append(first) } else { settings.setService("perInstance", said, from: first) }
  }

  // MARK: Of zones

  private func zoneServices(_ probe: Probe, _ neighbours: Neighbours) -> [Neighbour]? {
    guard !zones.isEmpty else { return nil }
    let found = zip(family.members, probe.zones).compactMap { member, zone -> Neighbour? in
      guard let service = neighbours.object("Service", called: member.name, beside: family),
        let wanted = zone.zoneSelector, service.resource.selectedLabels?.holds(wanted) == true
      else { return nil }
      return service
    }
    return found.count == zones.count ? found : nil
  }
}

extension Neighbour {
  fileprivate var withoutNodePorts: Neighbour {
    var resource = resource
    var ports = resource.object[["spec", "ports"]]?.items ?? []
    for index in ports.indices { ports[index][["nodePort"]] = nil }
    resource.object[["spec", "ports"]] = .sequence(ports)
    return Neighbour(place: place, resource: resource)
  }
}

extension Probe.Zone {
  /// What selects the pod of one instance.
  func instanceSelector(_ workload: String, _ ordinal: Int) -> Mapping? {
    instanceSelector.map { selector in
      Mapping(
        selector.pairs.map { pair in
          guard let text = pair.value.text else { return pair }
          // The probe has one instance of each zone, the first.
          if sameBytes(text, workload + "-0") {
            return .init(key: pair.key, value: .string("\(workload)-\(ordinal)"))
          }
          return Self.ordinalKeys.contains(where: pair.key.text.hasSuffix)
            ? .init(key: pair.key, value: .string(String(ordinal))) : pair
        })
    }
  }

  private static let ordinalKeys = ["/pod-index", "/pod-ordinal"]
}
