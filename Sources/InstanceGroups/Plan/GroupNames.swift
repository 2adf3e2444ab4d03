import Diagnostics
import Resources
import YAML

/// What a group is called, or was called before a layer renamed it; every generated name is made from it.
struct GroupNames {
  /// The group's name, as Kubernetes accepts it.
  let group: String
  let namespace: String
  /// What layers put around names; it also goes around the names that are written out in the group.
  let prefix: String
  let suffix: String
  private let patterns: WorkloadPatterns
  private let cutsServiceNames: Bool

  init(_ id: ResourceID, of resource: Resource, patterns: WorkloadPatterns, cutsServiceNames: Bool) {
    group = Names.sanitized(id.name)
    namespace = id.namespace
    (prefix, suffix) = Self.affixes(of: id.name, in: resource)
    self.patterns = patterns
    self.cutsServiceNames = cutsServiceNames
  }

  /// Of the prefixes and suffixes that a resource got one after the other, those that this name of it has.
  private static func affixes(of name: String, in resource: Resource) -> (String, String) {
    let original = resource.originalID.name
    var suffix = ""
    for suffixCount in 0...resource.suffixes.count {
      if suffixCount > 0 { suffix += resource.suffixes[suffixCount - 1] }
      var prefix = ""
      for prefixCount in 0...resource.prefixes.count {
        if prefixCount > 0 { prefix = resource.prefixes[prefixCount - 1] + prefix }
        if sameBytes(prefix + original + suffix, name) { return (prefix, suffix) }
      }
    }
    return (resource.prefixes.reversed().joined(), resource.suffixes.joined())
  }

  /// The name of the StatefulSet of a zone, or of the group when it is not zoned.
  func workload(_ zone: Zone?) -> String { workload(zone, group) }

  /// What the names of the Services of single instances begin with: the same, but for names that Quarks cut.
  func instanceServices(_ zone: Zone?) -> String {
    workload(zone, cutsServiceNames ? Names.cutByQuarks(group) : group)
  }

  private func workload(_ zone: Zone?, _ group: String) -> String {
    guard let parts = patterns.parts(of: zone) else { return group }
    let name = parts.map { part in
      switch part {
      case .text(let text): text
      case .group: group
      case .index: String(zone?.index ?? 0)
      case .zone: zone?.name ?? ""
      case .unknown(let name): name
      }
    }.joined()
    return parts.contains(.group) ? name : written(name)
  }

  /// A name that is written out in the group.
  func written(_ name: String) -> String { prefix + name + suffix }

  /// The name of an object of all zones, which may have `$(group.name)` in it.
  func named(_ pattern: String) -> String {
    let text = PlaceholderText(pattern)
    guard text.names.contains("group.name") else { return written(pattern) }
    let placeholders = Placeholders(.group, .init(group: group), .none, Report())
    return placeholders.replaced(Located(pattern, .none))
  }

  var instanceTable: String { group + "-instances" }
}

/// What the StatefulSets of a group are called.
struct WorkloadPatterns {
  let all: [WorkloadName.Part]
  /// Whether it is the group's, not the Topology's.
  var isOwn = false
  /// By the name of the zone.
  var zones: [KeyBytes: [WorkloadName.Part]] = [:]

  /// - Returns: `nil` for a group that is not zoned and says nothing of its own.
  func parts(of zone: Zone?) -> [WorkloadName.Part]? {
    guard let zone else { return isOwn ? all : nil }
    return zones[zone.name] ?? all
  }
}

/// A pattern for the names of StatefulSets.
enum WorkloadName {
  enum Part: Equatable {
    case text(String)
    case group, index, zone
    case unknown(String)
  }

  static func parts(of pattern: String) -> [Part] {
    guard PlaceholderText.occurs(in: pattern) else { return parts(inBraces: pattern) }
    return PlaceholderText(pattern).parts.flatMap { part in
      switch part {
      case .text(let text): parts(inBraces: text)
      case .name(let name): [spelledOut[name] ?? .unknown(name)]
      }
    }
  }

  /// The same in the words of placeholders.
  private static let spelledOut: [String: Part] = [
    "group.name": .group, "zone.index": .index, "zone.name": .zone,
  ]

  private static func parts(inBraces pattern: String) -> [Part] {
    var parts: [Part] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let name = rest[rest.index(after: open)..<close]
      switch name {
      case "group": parts.append(.group)
      case "index": parts.append(.index)
      case "zone": parts.append(.zone)
      default: parts.append(.unknown(String(name)))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }

  /// Reports placeholders that there are not.
  static func checkParts(_ pattern: Located<String>, _ report: Report) {
    for case .unknown(let name) in parts(of: pattern.value) {
      report.error(
        "unknown-placeholder", "\"{\(name)}\" is no part of a workload name", at: pattern.position,
        hint: suggestion(for: name, among: ["group", "index", "zone"], otherwise: "the parts are"))
    }
  }

  /// Reports also patterns that give two StatefulSets of a Topology one name.
  static func check(_ pattern: Located<String>, _ report: Report) {
    checkParts(pattern, report)
    let parts = parts(of: pattern.value)
    guard parts.contains(.group), parts.contains(.index) || parts.contains(.zone) else {
      report.error(
        "ambiguous-workload-name",
        "the workload name \"\(pattern.value)\" is the same for several StatefulSets",
        at: pattern.position, hint: "use {group} and one of {index} and {zone}")
      return
    }
  }
}
