import Diagnostics
import YAML

/// A zone with everything about it known.
struct Zone {
  /// How many a deployment can have.
  static let most = 1000

  let name: String
  let index: Int
  let nodeLabelValue: String
  let storageClassName: String?
  /// Whether its pods may leave their data behind.
  var isMoved = false
  /// Where the group names it, or the Topology when the group takes all zones.
  let position: Position
}

/// The zones that groups can name.
struct ZoneCatalog {
  /// Absent without a Topology: then every name is a zone.
  let declared: [Zone]?
  private let byName: [KeyBytes: Zone]
  /// For hints.
  let topologyName: String

  init(_ topology: Topology?, _ report: Report) {
    topologyName = topology?.name ?? ""
    guard let topology else {
      (declared, byName) = (nil, [:])
      return
    }
    let moved = Set(texts: topology.spec.moved.map(\.value))
    let zones = topology.spec.zones.enumerated().map { position, zone in
      Zone(
        name: zone.name.value, index: zone.index?.value ?? position,
        nodeLabelValue: zone.nodeLabelValue ?? zone.name.value, storageClassName: zone.storageClassName,
        isMoved: moved.contains(zone.name.value),
        position: zone.name.position)
    }
    Self.checkDistinct(zones, topology.spec.zones, report)
    Self.checkMoved(topology, report)
    declared = zones
    byName = Dictionary(zones.map { (KeyBytes(text: $0.name), $0) }) { first, _ in first }
  }

  private static func checkDistinct(_ zones: [Zone], _ declarations: [ZoneDeclaration], _ report: Report) {
    var named: [KeyBytes: Zone] = [:]
    var numbered: [Int: Zone] = [:]
    let indexes = Set(zones.map(\.index))
    lazy var free = (0...zones.count).first { !indexes.contains($0) } ?? zones.count
    for (later, zone) in zones.enumerated() {
      Labels.checkValue(zone.name, "zone name", at: zone.position, report)
      let twin = numbered[zone.index]
      if twin == nil { numbered[zone.index] = zone }
      if let first = named.updateValue(zone, forKey: KeyBytes(text: zone.name)) {
        named[zone.name] = first
        report.error(
          "duplicate-zone", "the zone \"\(zone.name)\" is declared twice", at: zone.position,
          notes: [.init("it is declared here already", at: first.position)], hint: "leave one of them out")
      } else if let first = twin {
        report.error(
          "duplicate-zone-index",
          "the zones \"\(first.name)\" and \"\(zone.name)\" have the same index \(zone.index)",
          at: declarations[later].index?.position ?? zone.position,
          notes: [.init("the index stands in the names of workloads and volumes", at: first.position)],
          hint: "give one of them \"index: \(free)\"")
      }
    }
  }

  private static func checkMoved(_ topology: Topology, _ report: Report) {
    let names = topology.spec.zones.map(\.name.value)
    let known = Set(texts: names)
    var firsts: [KeyBytes: Located<String>] = [:]
    for zone in topology.spec.moved {
      if !known.contains(zone.value) {
        report.error(
          "unknown-zone", "\"moved\" names the zone \"\(zone.value)\", which the Topology does not declare",
          at: zone.position,
          notes: [.init("a zone that was taken out needs no word: its claims stay where they are")],
          hint: suggestion(for: zone.value, among: names, otherwise: "it declares")
            ?? "declare it under spec.zones of Topology \"\(topology.name)\"")
      } else if let first = firsts[zone.value] {
        report.error(
          "duplicate-zone", "\"moved\" names the zone \"\(zone.value)\" twice", at: zone.position,
          notes: [.init("it is named here already", at: first.position)], hint: "leave one of them out")
      } else {
        firsts[zone.value] = zone
      }
    }
  }

  /// The zones of a group, in the order of their index.
  func zones(of group: InstanceGroup, _ report: Report) -> [Zone] {
    let names = group.spec.zones
    if let all = names.first(where: { $0.value == "*" }) { return allZones(all, names, report) }
    var zones: [Zone] = []
    var seen: Set<KeyBytes> = []
    for (position, name) in names.enumerated() {
      if seen.contains(name.value) {
        report.error(
          "duplicate-zone", "the group \"\(group.name)\" names the zone \"\(name.value)\" twice",
          at: name.position, hint: "leave one of them out")
      } else if let zone = byName[name.value] ?? zone(name, position, report) {
        seen.insert(name.value)
        zones.append(zone)
      }
    }
    return zones.sorted { $0.index < $1.index }
  }

  private func allZones(_ all: Located<String>, _ names: [Located<String>], _ report: Report) -> [Zone] {
    if names.count > 1 {
      report.error(
        "zones-beside-all", "\"*\" stands for all zones and can't stand beside others", at: all.position,
        hint: "write [\"*\"], or the names of the zones")
    }
    guard let declared, !declared.isEmpty else {
      report.error(
        "no-zones-declared", "\"*\" stands for all zones of the Topology, but none are declared",
        at: all.position,
        hint: declared == nil
          ? "add a Topology with spec.zones, or name the zones here"
          : "declare zones under spec.zones of Topology \"\(topologyName)\"")
      return []
    }
    return declared.sorted { $0.index < $1.index }
  }

  /// One that is not declared.
  private func zone(_ name: Located<String>, _ position: Int, _ report: Report) -> Zone? {
    guard let declared else {
      Labels.checkValue(name.value, "zone name", at: name.position, report)
      return Zone(
        name: name.value, index: position, nodeLabelValue: name.value, storageClassName: nil,
        position: name.position)
    }
    report.error(
      "unknown-zone", "the Topology declares no zone \"\(name.value)\"", at: name.position,
      hint: suggestion(for: name.value, among: declared.map(\.name), otherwise: "it declares")
        ?? "declare it under spec.zones of Topology \"\(topologyName)\"")
    return nil
  }
}
