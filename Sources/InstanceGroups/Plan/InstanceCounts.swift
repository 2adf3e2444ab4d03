import Diagnostics
import YAML

/// How many instances of a group there are in each zone.
enum InstanceCounts {
  /// How many instances a zone can have, and how many there can be in all.
  static let most = 1_000_000

  /// - Returns: a number for each zone; the one number of the group when it has no zones.
  static func counts(of group: InstanceGroup, zones: [Zone], _ report: Report) -> [Int] {
    let spec = group.spec
    checkOverrides(spec, zones, group.name, report)
    guard !zones.isEmpty else { return [spec.instances.value] }
    let pinned = zones.map { zone in
      spec.zoneOverrides.first { sameBytes($0.key.text, zone.name) }?.value.instances
    }
    switch spec.instancesPolicy {
    case .perZone: return pinned.map { $0?.value ?? spec.instances.value }
    case .total: return spread(spec.instances, pinned, report)
    }
  }

  /// Spreads what is not pinned evenly, the remainder to the first zones.
  private static func spread(_ total: Located<Int>, _ pinned: [Located<Int>?], _ report: Report) -> [Int] {
    let taken = pinned.reduce(0) { $0 + ($1?.value ?? 0) }
    let open = pinned.count { $0 == nil }
    let rest = total.value - taken
    if rest < 0 || (open == 0 && rest > 0) {
      report.error(
        "bad-distribution",
        "zoneOverrides give the zones \(taken) instances, but the group has \(total.value) in total",
        at: pinned.compactMap { $0 }.last?.position ?? total.position,
        notes: [.init("instancesPolicy is Total, so this is the number over all zones", at: total.position)],
        hint: rest < 0
          ? "give the zones \(-rest) fewer, or set \"instances: \(taken)\""
          : "leave a zone without a number, or set \"instances: \(taken)\"")
      return pinned.map { $0?.value ?? 0 }
    }
    var place = 0
    return pinned.map { pin in
      if let pin { return pin.value }
      defer { place += 1 }
      return rest / open + (place < rest % open ? 1 : 0)
    }
  }

  private static func checkOverrides(
    _ spec: InstanceGroupSpec, _ zones: [Zone], _ name: String, _ report: Report
  ) {
    guard !spec.zoneOverrides.isEmpty else { return }
    let names = Set(texts: zones.map(\.name))
    for (key, _) in spec.zoneOverrides where !names.contains(key.text) {
      report.error(
        "unknown-zone", "the group \"\(name)\" has no zone \"\(key.text)\" to override", at: key.position,
        hint: suggestion(for: key.text, among: zones.map(\.name), otherwise: "its zones are")
          ?? "name the zones of the group under spec.zones")
    }
  }

  /// Takes off what is left for a build what a group needs of it.
  ///
  /// - Returns: `false`, after a report, when that is too little.
  static func fits(_ counts: [Int], of group: InstanceGroup, _ left: inout Int, _ report: Report) -> Bool {
    // A zone without instances has objects, too.
    left -= counts.reduce(0) { $0 + max(1, $1) }
    if left >= 0 { return true }
    report.error(
      "too-many-instances",
      "with \"\(group.name)\", the groups have more than \(most) instances, which is as many as can be built",
      at: group.spec.instances.position,
      notes: [.init("the group has \(counts.reduce(0, +)), and a zone without any counts as one")],
      hint: "write a smaller number, or build the groups by themselves")
    left = 0
    return false
  }
}
