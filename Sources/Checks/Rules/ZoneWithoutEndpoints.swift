internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let zoneWithoutEndpoints = Rule(
    "zone-without-endpoints", .info,
    "A Service that keeps traffic in its zone and has no pod in one zone of its group",
    because:
      "Whoever asks from there is sent to other zones after all, over connections that are slow and paid for.",
    bad: """
      trafficDistribution: PreferSameZone
      selector: {app: db, role: reader} # runs in two of the three zones of its group
      """,
    good: """
      trafficDistribution: PreferSameZone
      selector: {app: db} # runs in all three
      """
  ) { inventory, findings in
    var zonesOf: [ObjectIdentifier: (group: Int, zone: Int)] = [:]
    for (group, zones) in inventory.groups.enumerated() {
      for (zone, place) in zones.zones.enumerated() {
        zonesOf[ObjectIdentifier(place.workload)] = (group, zone)
      }
    }
    var missing = Remembered<Workload, ZonedGroup.Zone?>()
    for service in inventory.services {
      guard let node = service.resource.object.at("spec", "trafficDistribution"),
        ["PreferSameZone", "PreferClose"].contains(node.text), service.selector?.tellsInstancesApart == false,
        let zone = missing.value(of: service.selection, { inventory.emptyZone(of: $0, zonesOf) })
      else { continue }
      findings.add(
        "the Service \"\(service.name)\" has no pods in zone \(zone.name)", at: node.position,
        in: service.resource, notes: [.init("this is of that zone", at: zone.workload.resource.namePosition)],
        hint: "run an instance there, let the Service select it, or leave trafficDistribution out")
    }
  }
}

extension Inventory {
  /// The first zone of a group in which none of these pods run, when they run in several others of it.
  fileprivate func emptyZone(
    of workloads: [Workload], _ zones: [ObjectIdentifier: (group: Int, zone: Int)]
  ) -> ZonedGroup.Zone? {
    let running = workloads.filter { replicas(of: $0) != 0 }.compactMap { zones[ObjectIdentifier($0)] }
    guard let group = running.first?.group, running.allSatisfy({ $0.group == group }) else { return nil }
    let full = Set(running.map(\.zone))
    guard full.count > 1, full.count < groups[group].zones.count else { return nil }
    return groups[group].zones.indices.first { !full.contains($0) }.map { groups[group].zones[$0] }
  }
}
