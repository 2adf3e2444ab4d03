package import Diagnostics
internal import Dispatch
internal import InstanceGroups
internal import Layers
package import Resources
internal import YAML

/// Finds the groups that running objects are, and writes them as a person would.
///
/// A group is guessed, built, and compared with what runs; what differs then becomes a patch of the group, so that the
/// result is exact whatever was guessed.
package struct Adoption {
  package struct Options: Sendable {
    /// Groups that the user put together.
    package var groups: [NamedGroup] = []
    /// The zones that the user gave, in their order.
    package var zones: [NamedZone] = []

    package init() {}
  }

  package struct NamedGroup: Sendable {
    package let name: String
    package let members: [String]

    package init(name: String, members: [String]) {
      self.name = name
      self.members = members
    }
  }

  package struct NamedZone: Sendable {
    package let name: String
    package let nodeValue: String

    package init(name: String, nodeValue: String) {
      self.name = name
      self.nodeValue = nodeValue
    }
  }

  private let set: ResourceSet
  private let options: Options
  private let report: Report

  /// - Parameter set: without what the server writes.
  package init(of set: ResourceSet, _ options: Options, _ report: Report) {
    self.set = set
    self.options = options
    self.report = report
  }

  /// The places of the workloads of each group that is over several zones.
  package var zonedFamilies: [[Int]] {
    FamilySearch.families(in: set, options, report).filter { $0.isZoned && $0.members.count > 1 }
      .map { $0.members.map(\.place) }
  }

  /// - Returns: `nil` after a report.
  package func sources() -> AdoptedSources? {
    var families = FamilySearch.families(in: set, options, report)
    guard !report.hasErrors else { return nil }
    var remarks: [Remark] = []
    // A family that can't be a group after all may have decided what the others have in common.
    while true {
      let attempt = Attempt(set, families, options)
      guard !attempt.failures.isEmpty else { return attempt.sources(with: remarks) }
      for failure in attempt.failures {
        guard let index = families.firstIndex(where: { $0.members[0].place == failure.place }) else {
          continue
        }
        let family = families.remove(at: index)
        if family.isNamed { reportNamed(family, failure.reason) }
        if family.members.count > 1, !family.isNamed {
          families += family.members.filter { $0.resource.gvk.kind == "StatefulSet" }.map {
            Family(name: $0.name, members: [$0], isZoned: false)
          }
        }
        remarks.append(Remark(object: family.members[0].resource, reason: failure.reason))
      }
      guard !report.hasErrors else { return nil }
    }
  }

  private func reportNamed(_ family: Family, _ reason: String) {
    report.error(
      "no-group", "\"\(family.name)\" can't be a group of these workloads",
      at: family.members[0].resource.namePosition,
      notes: [.init(reason)], hint: "leave out --group, or name workloads that are copies of one another")
  }
}

/// One attempt to make groups of families.
private struct Attempt {
  private let set: ResourceSet
  private let topology: TopologyDraft
  private var settled: [Settling] = []
  private var taken: Set<Int> = []
  private(set) var failures: [(place: Int, reason: String)] = []

  init(_ set: ResourceSet, _ families: [Family], _ options: Adoption.Options) {
    self.set = set
    var table = ZoneTable(options.zones)
    var places: [[Int]] = []
    for family in families {
      guard family.isZoned else {
        places.append([])
        continue
      }
      if let found = table.enter(family) {
        places.append(found)
      } else {
        places.append([])
        failures.append((family.members[0].place, table.contradiction))
      }
    }
    var topology = TopologyDraft(of: families, in: set)
    let zones = table.zones
    topology.zones = zones.sorted { $0.index < $1.index }
    let fitting = zip(families, places).filter { !$1.isEmpty }.map { family, places in
      WorkloadNaming.fitting(family, places.map { zones[$0] })
    }
    topology.workloadName = WorkloadNaming.most(fitting)
    let policy = OrdinalPolicyMatch(topology, set)
    if policy.isComplete { taken.formUnion(policy.places) } else { topology.forgetOrdinalSource() }
    self.topology = topology
    guard failures.isEmpty else { return }
    settle(families, places.map { $0.map { zones[$0] } })
  }

  /// Each by itself, side by side; what two of them want belongs to the first.
  private mutating func settle(_ families: [Family], _ zones: [[AdoptedZone]]) {
    var neighbours = Neighbours(set, families)
    let slots = Slots<Result<Settling, Settling.Failure>>(count: families.count)
    DispatchQueue.concurrentPerform(iterations: families.count) { [topology, neighbours] index in
      slots[index] = Self.settling(families[index], zones[index], topology, neighbours)
    }
    for (index, found) in slots.all.enumerated() {
      var result = found
      if case .success(let settling)? = found,
        settling.draft.claimed.contains(where: { neighbours.isTaken($0.place) })
      {
        result = Self.settling(families[index], zones[index], topology, neighbours)
      }
      switch result {
      case .success(let settling)?:
        neighbours.take(settling.draft.claimed)
        taken.formUnion(settling.draft.claimed.map(\.place) + families[index].members.map(\.place))
        settled.append(settling)
      case .failure(let failure)?: failures.append((families[index].members[0].place, failure.reason))
      case nil: break
      }
    }
  }

  private static func settling(
    _ family: Family, _ zones: [AdoptedZone], _ topology: TopologyDraft, _ neighbours: Neighbours
  ) -> Result<Settling, Settling.Failure> {
    var ordered = family
    let order = zones.indices.sorted { zones[$0].index < zones[$1].index }
    if !order.isEmpty { ordered.members = order.map { family.members[$0] } }
    return Result { () throws(Settling.Failure) in
      try Settling(Draft(finding: ordered, order.map { zones[$0] }, topology, neighbours))
    }
  }

  func sources(with remarks: [Remark]) -> AdoptedSources {
    var sources = AdoptedSources()
    sources.topology = topology.node
    sources.remarks = remarks
    for settling in settled {
      let draft = settling.draft
      sources.groups.append(
        .init(
          name: draft.family.name, namespace: draft.family.namespace, node: draft.node,
          place: draft.family.members[0].resource.position,
          workloads: draft.family.members.count, objects: draft.claimed.count))
      sources.remarks += settling.remarks
    }
    sources.remarks += RestReasons(set, settled.map(\.draft.family)).remarks(
      of: set.resources.indices.filter { !taken.contains($0) })
    sources.rest = set.resources.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    return sources
  }
}

extension Draft {
  /// Finds out what a group has to say, one setting after the other.
  init(
    finding family: Family, _ zones: [AdoptedZone], _ topology: TopologyDraft, _ neighbours: Neighbours
  ) {
    self.init(family, zones, topology)
    setIdentity()
    setRollout()
    let withServices = !neighbours.objects("Service", beside: family).isEmpty
    var probe = Probe(self, withServices: withServices)
    if alignGroupSelector(probe, neighbours) { probe = Probe(self, withServices: withServices) }
    granted = probe.zones.map(\.labels)
    explainPods(probe)
    setBudget(probe, neighbours)
    let addressed = setServices(probe, neighbours)
    setSize(addressed: addressed)
    setContents(probe)
    setLists()
    setTable(neighbours)
    setOwnObjects(neighbours)
  }
}
