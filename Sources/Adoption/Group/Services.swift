internal import InstanceGroups
internal import Resources
internal import YAML

/// The Services of instances, zones and the whole group.
extension Draft {
  typealias Found = (place: Int, resource: Resource)

  /// - Returns: how many instances the Services of single ones speak of, for each zone.
  mutating func setServices(_ probe: Probe, _ neighbours: Neighbours) -> [Int] {
    let services = neighbours.objects("Service", beside: family).filter { $0.resource.gvk.group.isEmpty }
    var byName: [KeyBytes: Found] = [:]
    for service in services { byName[service.resource.name] = service }
    let ofInstances = family.isDeployment ? nil : instanceServices(byName, probe)
    let ofZones = zoneServices(byName, probe)
    let named = Set(((ofInstances ?? []).joined() + (ofZones ?? [])).map(\.place))
    let ofAll = services.filter { !named.contains($0.place) && isAggregate($0.resource, probe) }
    let single = Array((ofInstances ?? []).joined())
    let base = nodePortBase(of: single)
    let numbered = base == nil ? single : single.map { ($0.place, $0.resource.withoutNodePorts) }
    setPorts(of: numbered + (ofZones ?? []) + ofAll)
    claimed += ((ofInstances ?? []).joined() + (ofZones ?? []) + ofAll).map {
      Claim(place: $0.place, resource: $0.resource)
    }
    setSyncWaves()
    setMetadata(probe)
    setBudgetMetadata()
    setInstanceServices(ofInstances, numbered, from: base, probe)
    if let ofZones {
      let said = common(ofZones, of: words, probe.zones.compactMap(\.zoneSelector))
      settings.setService("perZone", said.merging([("enabled", true)]).inOrder(["enabled"]))
    }
    setAggregates(ofAll, probe)
    return ofInstances?.map(\.count) ?? family.members.map { _ in 0 }
  }

  // MARK: Of instances

  /// Those of each zone, in the order of the instances; `nil` where one is missing or selects something else.
  private func instanceServices(_ byName: [KeyBytes: Found], _ probe: Probe) -> [[Found]]? {
    var found: [[Found]] = []
    for (index, member) in family.members.enumerated() {
      let start = firstOrdinals[index]
      var ofZone: [Found] = []
      let count = member.spec["replicas"]?.number
      while ofZone.count < count ?? .max, let service = byName["\(member.name)-\(start + ofZone.count)"],
        let wanted = probe.zones[index].instanceSelector(member.name, start + ofZone.count),
        service.resource.object[["spec", "selector"]]?.mapping?.holds(wanted) == true
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
    _ found: [[Found]]?, _ services: [Found], from base: Int?, _ probe: Probe
  ) {
    guard let found else {
      let hasPorts = !(settings["ports"]?.items ?? declaredPorts).isEmpty
      if hasPorts, !family.isDeployment { settings.setService("perInstance", ["enabled": false]) }
      return
    }
    var wordsOfInstances: [ZoneWords] = []
    var selectors: [Mapping] = []
    for (index, services) in found.enumerated() {
      for (offset, _) in services.enumerated() {
        let (name, ordinal) = (family.members[index].name, firstOrdinals[index] + offset)
        wordsOfInstances.append(
          words[index].ofInstance("\(name)-\(ordinal)", ordinal, wordsOfInstances.count))
        selectors.append(probe.zones[index].instanceSelector(name, ordinal) ?? Mapping())
      }
    }
    var said = common(services, of: wordsOfInstances, selectors)
    if let base { said["nodePortBase"] = .integer(base) }
    if !said.isEmpty { settings.setService("perInstance", said) }
  }

  // MARK: Of zones

  private func zoneServices(_ byName: [KeyBytes: Found], _ probe: Probe) -> [Found]? {
    guard !zones.isEmpty else { return nil }
    let found = zip(family.members, probe.zones).compactMap { member, zone -> Found? in
      guard let service = byName[member.name], let wanted = zone.zoneSelector,
        service.resource.object[["spec", "selector"]]?.mapping?.holds(wanted) == true
      else { return nil }
      return service
    }
    return found.count == zones.count ? found : nil
  }

  // MARK: Of the group

  private func isAggregate(_ service: Resource, _ probe: Probe) -> Bool {
    guard let selector = service.object[["spec", "selector"]]?.mapping, !probe.groupSelector.isEmpty,
      sameBytes(Names.sanitized(service.name), service.name)
    else { return false }
    return selector.holds(probe.groupSelector) && !service.isOfOneZone(family)
  }

  private mutating func setAggregates(_ found: [Found], _ probe: Probe) {
    let governing = general(family.members.map { $0.spec["serviceName"] ?? .null })
    let isHeadless = { (service: Found) in service.resource.object[["spec", "clusterIP"]]?.text == "None" }
    // The first headless one governs.
    let ordered =
      found.filter { $0.resource.name == governing.text }
      + found.filter { $0.resource.name != governing.text }
    let entries = ordered.map { service -> Mapping in
      var entry = Mapping([.init(key: Scalar("name"), value: .string(service.resource.name))])
      if isHeadless(service) { entry["headless"] = true }
      return entry.merging(
        common([service], of: [ZoneWords()], [probe.groupSelector], isAggregate: true).pairs.map {
          ($0.key.text, $0.value)
        })
    }
    let usual = Names.sanitized(family.name)
    let isUsual =
      entries.count == 1 && entries[0].pairs.count == 2 && entries[0]["headless"] != nil
      && entries[0]["name"]?.text.map { sameBytes($0, usual) } == true
    if !isUsual,
      !(family.isDeployment && entries.isEmpty && declaredPorts.isEmpty && settings["ports"] == nil)
    {
      settings.setService("aggregate", .sequence(entries.map { .mapping($0) }))
    }
    guard !family.isDeployment else { return }
    let first = (ordered.first(where: isHeadless) ?? ordered.first)?.resource.name
    if let name = governing.text, first.map({ !sameBytes($0, name) }) ?? true {
      settings["statefulSet"] = .mapping(["serviceName": .string(name)])
    }
  }
}

extension Mapping {
  /// With more pairs behind it.
  func merging(_ pairs: [(String, Node)]) -> Mapping {
    pairs.reduce(into: self) { $0[$1.0] = $1.1 }
  }

  mutating func setService(_ kind: String, _ value: Node) {
    var services = self["services"] ?? .mapping(Mapping())
    services[[kind]] = value
    self["services"] = services
  }

  mutating func setService(_ kind: String, _ settings: Mapping) {
    setService(kind, Node.mapping(settings))
  }
}

extension Resource {
  fileprivate var withoutNodePorts: Resource {
    var resource = self
    var ports = object[["spec", "ports"]]?.items ?? []
    for index in ports.indices { ports[index][["nodePort"]] = nil }
    resource.object[["spec", "ports"]] = .sequence(ports)
    return resource
  }

  /// Whether it has the name of one of the workloads of several zones.
  fileprivate func isOfOneZone(_ family: Family) -> Bool {
    family.isZoned && family.members.count > 1 && family.members.contains { sameBytes($0.name, name) }
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
