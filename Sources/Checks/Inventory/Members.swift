internal import Resources
internal import YAML

/// The members of each group of StatefulSets, and the names that lead to a single one: its pod's, and its Service's.
struct Members: Sendable {
  struct Member: Hashable, Sendable {
    let group: Int
    /// The place of its zone in the group.
    let zone: Int
    let ordinal: Int
  }

  let groups: [ZonedGroup]
  /// How many members each zone of a group has; none where nobody knows.
  private(set) var sizes: [[Int]] = []
  private var members: [KeyBytes: Member] = [:]
  private var places: [ObjectIdentifier: (group: Int, zone: Int)] = [:]

  /// Of more nobody writes a list.
  private static let most = 1000

  /// A StatefulSet that is of no zone is a group of its own.
  init(_ zonedGroups: [ZonedGroup], _ workloads: [Workload], _ services: [Service], _ counts: PodCounts) {
    let zoned = Set(zonedGroups.flatMap(\.zones).map { ObjectIdentifier($0.workload) })
    groups =
      zonedGroups
      + workloads.filter { $0.isStatefulSet && !zoned.contains(ObjectIdentifier($0)) }.map {
        ZonedGroup(
          name: $0.name, namespace: $0.namespace, zones: [ZonedGroup.Zone(index: "", name: "", workload: $0)])
      }
    for (index, group) in groups.enumerated() {
      let sizes = group.zones.compactMap { counts.replicas(of: $0.workload) }
      let isKnown = sizes.count == group.zones.count && sizes.reduce(0, +) <= Self.most
      self.sizes.append(isKnown ? sizes : [])
      guard isKnown else { continue }
      for (zone, place) in group.zones.enumerated() {
        places[ObjectIdentifier(place.workload)] = (index, zone)
        for ordinal in place.workload.ordinals {
          members["\(group.namespace) \(place.workload.name)-\(ordinal)"] =
            Member(group: index, zone: zone, ordinal: ordinal)
        }
      }
    }
    for service in services where service.workloads.count == 1 {
      guard let place = places[ObjectIdentifier(service.workloads[0])],
        let ordinal = service.selector?.ordinal(in: service.workloads[0])
      else { continue }
      members["\(service.resource.effectiveNamespace) \(service.name)"] =
        Member(group: place.group, zone: place.zone, ordinal: ordinal)
    }
  }

  var isEmpty: Bool { members.isEmpty }

  func place(of workload: Workload) -> (group: Int, zone: Int)? { places[ObjectIdentifier(workload)] }

  func member(_ host: Substring, in namespace: String) -> Member? {
    members["\(namespace) \(HostNames.label(host))"]
  }

  /// A name of a member, as its pod has it.
  func name(_ member: Member) -> String {
    "\(groups[member.group].zones[member.zone].workload.name)-\(member.ordinal)"
  }

  func all(of group: Int) -> [Member] {
    groups[group].zones.enumerated().flatMap { zone, place in
      place.workload.ordinals.map { Member(group: group, zone: zone, ordinal: $0) }
    }
  }
}

/// Texts in which members of a group may be listed.
struct MemberText: Sendable {
  enum Place: Sendable {
    case command
    case variable(String)
    case key(String)
  }

  let place: Place
  /// All that belongs together: the words of a command line are one text.
  let nodes: [Node]

  static func texts(of containers: [Container]) -> [MemberText] {
    containers.flatMap { container in
      let words = container.node.items(of: "command") + container.node.items(of: "args")
      let variables = container.node.items(of: "env").compactMap { variable in
        variable["value"].map {
          MemberText(place: .variable(variable["name"]?.text ?? ""), nodes: [$0])
        }
      }
      return (words.isEmpty ? [] : [MemberText(place: .command, nodes: words)]) + variables
    }
  }

  static func texts(ofConfig resource: Resource) -> [MemberText] {
    (resource.object["data"]?.mapping?.pairs ?? []).map {
      MemberText(place: .key($0.key.text), nodes: [$0.value])
    }
  }

  /// As messages call it.
  var title: String {
    switch place {
    case .command: "the command"
    case .variable(let name): "the variable \(name)"
    case .key(let key): "the key \"\(key)\""
    }
  }
}
