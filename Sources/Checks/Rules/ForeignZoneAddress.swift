internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let foreignZoneAddress = Rule(
    "foreign-zone-address", .warning,
    "A pod of one zone whose arguments or variables name an instance of another",
    because: """
      The zone does not work on its own any more, and traffic between zones is slow and paid for. \
      The annotation `zonal/cross-zone` declares that it is meant; a text that names instances of every \
      zone is a list of members and needs no declaration.
      """,
    bad: """
      args: ["--peer=nats-z1-0"] # in a pod of zone z1, which z1-0 is not
      """,
    good: """
      args: ["--peer=nats-z0-0"]
      """
  ) { inventory, findings in
    guard !inventory.groups.isEmpty else { return }
    let addresses = ZoneAddresses(inventory)
    for workload in inventory.workloads where !isDeclared(workload) {
      guard let zone = ZonedGroup.zoneIndex(workload.labels) else { continue }
      for container in workload.containers {
        for (what, text) in texts(of: container) {
          guard let foreign = addresses.foreign(text.text ?? "", from: zone, in: workload.namespace) else {
            continue
          }
          findings.add(
            "\(what) of \(workload.title) names \"\(foreign.name)\", which is in zone \(foreign.zone)",
            at: text.position, in: workload.resource,
            hint:
              "name the group's Service, or declare it: add the annotation zonal/cross-zone to the pods")
        }
      }
    }
  }

  private static let declaration = "zonal/cross-zone"

  private static func isDeclared(_ workload: Workload) -> Bool {
    workload.resource.annotations?[declaration] != nil
      || workload.template["metadata"]?["annotations"]?[declaration] != nil
  }

  private static func texts(of container: Container) -> [(String, Node)] {
    let arguments = container.node.items(of: "command") + container.node.items(of: "args")
    let variables = container.node.items(of: "env").compactMap { variable in
      variable["value"].map { ("the variable \(variable["name"]?.text ?? "")", $0) }
    }
    return arguments.map { ("an argument", $0) } + variables
  }
}

/// The names under which an instance of a zone is reached: its pod's, and its Service's.
private struct ZoneAddresses {
  private struct Address {
    let group: Int
    let zone: String
    let zoneName: String
  }

  private var addresses: [KeyBytes: Address] = [:]
  private var zones: [Set<KeyBytes>] = []

  /// More instances of a group are told by their Services only.
  private static let most = 1000

  init(_ inventory: Inventory) {
    var groupOfStatefulSet: [ObjectIdentifier: (Int, ZonedGroup.Zone)] = [:]
    for (index, group) in inventory.groups.enumerated() {
      zones.append(Set(texts: group.zones.map(\.index)))
      for zone in group.zones {
        groupOfStatefulSet[ObjectIdentifier(zone.workload)] = (index, zone)
        let address = Address(group: index, zone: zone.index, zoneName: zone.name)
        for ordinal in zone.workload.ordinals.prefix(Self.most) {
          addresses["\(group.namespace) \(zone.workload.name)-\(ordinal)"] = address
        }
      }
    }
    for service in inventory.services {
      guard service.workloads.count == 1, ZonedGroup.zoneIndex(service.resource.labels) != nil,
        let (group, zone) = groupOfStatefulSet[ObjectIdentifier(service.workloads[0])]
      else { continue }
      addresses["\(service.resource.effectiveNamespace) \(service.name)"] =
        Address(group: group, zone: zone.index, zoneName: zone.name)
    }
  }

  /// The first name of an instance that is not in the zone.
  func foreign(_ text: String, from zone: String, in namespace: String) -> (name: String, zone: String)? {
    guard !addresses.isEmpty else { return nil }
    var first: (name: String, address: Address)?
    var named: [Int: Set<KeyBytes>] = [:]
    for host in HostNames.all(in: text) {
      let word = HostNames.label(host)
      guard let address = addresses["\(namespace) \(word)"] else { continue }
      named[address.group, default: []].insert(address.zone)
      if first == nil, !sameBytes(address.zone, zone) { first = (word, address) }
    }
    guard let first, named[first.address.group] != zones[first.address.group] else { return nil }
    return (first.name, first.address.zoneName)
  }
}
