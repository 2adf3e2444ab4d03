internal import Diagnostics
internal import Resources
internal import YAML

/// Finds which workloads are one group over zones.
struct FamilySearch {
  let options: Adoption.Options
  let report: Report
  private(set) var open: [Member]
  private(set) var taken: Set<Int> = []
  private(set) var families: [Family] = []

  init(_ set: ResourceSet, _ options: Adoption.Options, _ report: Report) {
    self.options = options
    self.report = report
    open = set.resources.enumerated().compactMap { place, resource in
      Self.isWorkload(resource) ? Member(place: place, resource: resource) : nil
    }
    for index in open.indices { open[index].traces.nodeValue = Self.nodeValue(of: open[index]) }
  }

  private static func isWorkload(_ resource: Resource) -> Bool {
    resource.gvk.apiVersion == "apps/v1" && ["StatefulSet", "Deployment"].contains(resource.gvk.kind)
      && !resource.hasGeneratedName
      && resource.object[["spec", "template", "spec", "containers"]]?.items?.isEmpty == false
  }

  private static func nodeValue(of member: Member) -> String? {
    let requirements = NodeZone.requirements(of: member.template)
    return NodeZone.labels.lazy.compactMap { label in requirements.first { $0.label == label }?.value }.first
  }

  /// One way to find families, the more certain ones first; what one finds, no other looks at.
  private typealias Way = @Sendable (inout FamilySearch) -> Void

  private static let ways: [Way] = [
    { $0.takeNamed() },
    { $0.takeGenerated() },
    { $0.takeThoseOfOneName() },
    { $0.takeThoseOfOneLabel() },
    { $0.takeSingles() },
  ]

  static func families(in set: ResourceSet, _ options: Adoption.Options, _ report: Report) -> [Family] {
    var search = FamilySearch(set, options, report)
    for way in ways {
      way(&search)
      search.open.removeAll { search.taken.contains($0.place) }
    }
    return distinct(search.families).sorted { $0.members[0].place < $1.members[0].place }
  }

  /// With a number behind names that two would have; the more certain families keep theirs.
  private static func distinct(_ families: [Family]) -> [Family] {
    var taken: Set<[KeyBytes]> = []
    return families.map { family in
      var family = family
      let name = family.name
      var number = 2
      while !taken.insert([family.namespace, family.name].map(KeyBytes.init)).inserted {
        family.name = "\(name)-\(number)"
        number += 1
      }
      return family
    }
  }

  mutating func add(_ family: Family) {
    taken.formUnion(family.members.map(\.place))
    families.append(family)
  }

  /// Workloads by what they have in common, in the order in which they were read.
  private func grouped(_ key: (Member) -> [String]?) -> [(key: [String], members: [Member])] {
    var order: [[KeyBytes]: Int] = [:]
    var groups: [(key: [String], members: [Member])] = []
    for member in open {
      guard let key = key(member) else { continue }
      let full = [member.resource.namespace, member.resource.gvk.kind] + key
      let place = order[full.map(KeyBytes.init)]
      if let place {
        groups[place].members.append(member)
      } else {
        order[full.map(KeyBytes.init)] = groups.count
        groups.append((key, [member]))
      }
    }
    return groups
  }
}

extension FamilySearch {
  /// Several workloads that have something in common, and are copies of one another.
  private func alike(_ key: (Member) -> [String]?) -> [(key: [String], members: [Member])] {
    let groups = grouped(key).filter { $0.members.count > 1 }
    return zip(groups, Likeness.areAlike(groups.map(\.members))).filter(\.1).map(\.0)
  }
}

// MARK: - The ways

extension FamilySearch {
  /// Those that a group generated.
  private mutating func takeGenerated() {
    for (_, found) in grouped({ member in
      GroupLabels(member.resource.labels).map { [$0.prefix, $0.group] }
    }) {
      guard let labels = GroupLabels(found[0].resource.labels), !labels.group.isEmpty else { continue }
      var members = found
      let label = members.contains { $0.traces.nodeValue == nil } ? NodeZone.telling(members) : nil
      for index in members.indices {
        guard let labels = GroupLabels(members[index].resource.labels) else { continue }
        members[index].traces.name = labels.zone
        members[index].traces.index = labels.zone == nil ? nil : labels.zoneIndex
        if let label, members[index].traces.nodeValue == nil {
          members[index].traces.nodeValue =
            NodeZone.requirements(of: members[index].template)
            .first { sameBytes($0.label, label) }?.value
        }
      }
      let zones = Set(texts: members.compactMap(\.traces.name))
      guard zones.count == members.count || members.count == 1 else { continue }
      members.sort { ($0.traces.index ?? 0) < ($1.traces.index ?? 0) }
      add(Family(name: labels.group, members: members, isZoned: !zones.isEmpty, labels: labels))
    }
  }

  /// Those whose names differ in a zone.
  private mutating func takeThoseOfOneName() {
    var found: [Int: ZoneSuffix.Found] = [:]
    for member in open {
      found[member.place] = ZoneSuffix.found(in: member.name, nodeValue: member.traces.nodeValue)
    }
    for (key, members) in alike({ member in found[member.place].map { [$0.stem] } }) {
      var members = members
      for index in members.indices {
        members[index].traces.suffix = found[members[index].place]?.suffix
        members[index].traces.index = found[members[index].place]?.index
      }
      members.sort { a, b in
        (a.traces.index ?? 0, 0) != (b.traces.index ?? 0, 0)
          ? (a.traces.index ?? 0) < (b.traces.index ?? 0)
          : keyPrecedes(a.traces.suffix ?? "", b.traces.suffix ?? "")
      }
      guard !tellsOneZone(members) else { continue }
      add(Family(name: key[0], members: members, isZoned: true))
    }
  }

  /// Whether their nodes are of one zone, or two of them of the same, so that names mean something else.
  private func tellsOneZone(_ members: [Member]) -> Bool {
    let values = members.compactMap(\.traces.nodeValue)
    return Set(texts: values).count < values.count
  }

  /// What a workload is called by, whatever its name.
  private static let nameLabels = ["app.kubernetes.io/name", "app", "k8s-app", "name"]

  /// Those that are one application, each in another zone.
  private mutating func takeThoseOfOneLabel() {
    let names = Self.nameLabels
    for (key, members) in alike({ member in
      guard member.traces.nodeValue != nil, let labels = member.template[["metadata", "labels"]] else {
        return nil
      }
      return names.lazy.compactMap { labels[$0]?.text.map { [$0] } }.first
    }) {
      guard !tellsOneZone(members) else { continue }
      let members = members.sorted { keyPrecedes($0.traces.nodeValue ?? "", $1.traces.nodeValue ?? "") }
      add(Family(name: key[0], members: members, isZoned: true))
    }
  }

  /// A StatefulSet that is alone is a group without zones; of a Deployment a group would say nothing more.
  private mutating func takeSingles() {
    for member in open where member.resource.gvk.kind == "StatefulSet" {
      add(Family(name: member.name, members: [member], isZoned: false))
    }
  }
}
