internal import InstanceGroups
internal import Resources
internal import YAML

/// An instance of the group, as its lists and the Services of single ones speak of it.
struct AdoptedInstance {
  let name: String
  let address: String
  let ordinal: Int
  let index: Int
  let member: Int
  /// Its place in its zone, from 0.
  let place: Int
  let specIndex: Int
}

extension Draft {
  /// In the order of zones and ordinals, once sizes and Services are known.
  var instances: [AdoptedInstance] {
    let usual = settings["instances"]?.number ?? 0
    let hasServices =
      settings[["services", "perInstance", "enabled"]]?.text != "false" && !(groupPorts.items ?? []).isEmpty
    let starts = firstOrdinals
    let governing = family.members.map { $0.spec["serviceName"]?.text }
    var instances: [AdoptedInstance] = []
    for (member, workload) in family.members.enumerated() {
      let written = workload.spec["replicas"]?.number
      for place in 0..<max(0, min(written ?? usual, Self.mostListed)) {
        let ordinal = starts[member] + place
        let name = "\(workload.name)-\(ordinal)"
        instances.append(
          AdoptedInstance(
            name: name, address: hasServices ? name : governing[member].map { "\(name).\($0)" } ?? name,
            ordinal: ordinal, index: instances.count, member: member, place: place,
            specIndex: InstanceTable.specIndex(
              azIndex: zones.isEmpty ? 0 : zones[member].index, ordinal: ordinal)))
      }
    }
    return instances
  }

  /// Nobody writes more of them down by hand.
  private static let mostListed = 1000
}
