internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// The Services of the whole group.
extension Draft {
  func isAggregate(_ service: Resource) -> Bool {
    service.isService && sameBytes(Names.sanitized(service.name), service.name)
      && !service.isOfOneZone(family)
  }

  mutating func setAggregates(_ found: [Neighbour], _ probe: Probe) {
    let governing = general(family.members.map { $0.spec["serviceName"] ?? .null })
    let isGoverning = { (service: Neighbour) in
      governing.text.map { sameBytes($0, service.resource.name) } ?? false
    }
    let headless = { (service: Neighbour) in
      service.resource.object[["spec", "clusterIP"]].flatMap { $0.text == "None" ? $0.position : nil }
    }
    // The first headless one governs.
    let ordered = found.filter(isGoverning) + found.filter { !isGoverning($0) }
    let entries = ordered.map { service -> Mapping in
      let name = Scalar("name", at: service.resource.position)
      var entry = Mapping([.init(key: name, value: .string(service.resource.name))])
      if let place = headless(service) { entry["headless"] = .bool(true, at: place) }
      return entry.merging(
        common([service], of: [ZoneWords()], [probe.groupSelector], isAggregate: true).pairs.map {
          ($0.key.text, $0.value)
        })
    }
    let usual = Names.sanitized(family.name)
    let isUsual =
      entries.count == 1 && entries[0].pairs.count == 2 && entries[0]["headless"] != nil
      && entries[0]["name"]?.text.map { sameBytes($0, usual) } == true
    if isUsual { unsaid.append(ordered[0].resource.position) }
    if !isUsual,
      !(family.isDeployment && entries.isEmpty && declaredPorts.isEmpty && settings["ports"] == nil)
    {
      settings.setService("aggregate", .sequence(entries.map { .mapping($0) }))
    }
    guard !family.isDeployment else { return }
    let first = (ordered.first { headless($0) != nil } ?? ordered.first)?.resource.name
    if let name = governing.text, first.map({ !sameBytes($0, name) }) ?? true {
      settings["statefulSet"] = .mapping(["serviceName": .string(name)])
    }
  }
}

extension Resource {
  /// Whether it has the name of one of the workloads of several zones.
  fileprivate func isOfOneZone(_ family: Family) -> Bool {
    family.isZoned && family.members.count > 1 && family.members.contains { sameBytes($0.name, name) }
  }
}
