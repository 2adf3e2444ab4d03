internal import InstanceGroups
internal import YAML

/// How the names of workloads follow from those of group and zone.
enum WorkloadNaming {
  private enum Part {
    case group, zone, index
    case text(String)

    var text: String {
      switch self {
      case .group: "{group}"
      case .zone: "{zone}"
      case .index: "{index}"
      case .text(let text): text
      }
    }
  }

  private static let parts: [[Part]] = [
    [.group, .text("-z"), .index], [.group, .text("-"), .zone], [.group, .text("-zone-"), .zone],
    [.group, .text("-zone-"), .index], [.group, .text("-az"), .index], [.group, .index], [.group, .zone],
    [.zone, .text("-"), .group], [.group, .text("-"), .index],
  ]

  /// The patterns that are tried, the Topology's default first.
  static let patterns = parts.map { $0.map(\.text).joined() }

  /// The patterns that give all names of a family.
  static func fitting(_ family: Family, _ zones: [AdoptedZone]) -> [String] {
    let group = Names.sanitized(family.name)
    return zip(patterns, parts).filter { _, parts in
      zip(family.members, zones).allSatisfy { member, zone in
        sameBytes(name(parts, group: group, zone), member.name)
      }
    }.map(\.0)
  }

  private static func name(_ parts: [Part], group: String, _ zone: AdoptedZone) -> String {
    Names.sanitized(
      parts.reduce(into: "") { name, part in
        switch part {
        case .group: name += group
        case .zone: name += zone.name
        case .index: name += String(zone.index)
        case .text(let text): name += text
        }
      })
  }

  /// The pattern of most families: the Topology's.
  static func most(_ fitting: [[String]]) -> String {
    let counts = patterns.map { pattern in fitting.count { $0.contains(pattern) } }
    let most = counts.max() ?? 0
    return most == 0 ? patterns[0] : zip(patterns, counts).first { $1 == most }?.0 ?? patterns[0]
  }
}
