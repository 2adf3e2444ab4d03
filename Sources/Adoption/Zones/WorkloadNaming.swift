internal import InstanceGroups
internal import YAML

/// How the names of workloads follow from those of group and zone.
enum WorkloadNaming {
  /// The patterns that are tried, the Topology's default first.
  static let patterns = [
    "{group}-z{index}", "{group}-{zone}", "{group}-zone-{zone}", "{group}-zone-{index}", "{group}-az{index}",
    "{group}{index}", "{group}{zone}", "{zone}-{group}", "{group}-{index}",
  ]

  /// The patterns that give all names of a family.
  static func fitting(_ family: Family, _ zones: [AdoptedZone]) -> [String] {
    patterns.filter { pattern in
      zip(family.members, zones).allSatisfy { member, zone in
        sameBytes(name(pattern, group: family.name, zone), member.name)
      }
    }
  }

  private static func name(_ pattern: String, group: String, _ zone: AdoptedZone) -> String {
    Names.sanitized(
      pattern.replacing("{group}", with: Names.sanitized(group))
        .replacing("{zone}", with: zone.name).replacing("{index}", with: String(zone.index)))
  }

  /// The pattern of most families: the Topology's.
  static func most(_ fitting: [[String]]) -> String {
    let counts = patterns.map { pattern in fitting.count { $0.contains(pattern) } }
    let most = counts.max() ?? 0
    return most == 0 ? patterns[0] : zip(patterns, counts).first { $1 == most }?.0 ?? patterns[0]
  }
}
