internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// One attempt to make groups of families.
struct Attempt {
  private let set: ResourceSet
  private let topology: TopologyDraft
  private let shared: SharedTopology
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
    shared = SharedTopology(topology.node)
    guard failures.isEmpty else { return }
    settle(families, places.map { $0.map { zones[$0] } })
  }

  /// Each by itself, side by side; what two of them want belongs to the first.
  private mutating func settle(_ families: [Family], _ zones: [[AdoptedZone]]) {
    var neighbours = Neighbours(set, families)
    let results = Array(inParallel: families.count) { [self, neighbours] index in
      outcome(of: families[index], zones[index], neighbours)
    }
    for (index, found) in results.enumerated() {
      var result = found
      if case .success(let settling) = found,
        settling.draft.claimed.contains(where: { neighbours.isTaken($0.place) })
      {
        result = outcome(of: families[index], zones[index], neighbours)
      }
      switch result {
      case .success(let settling):
        neighbours.take(settling.draft.claimed)
        taken.formUnion(settling.draft.claimed.map(\.place) + families[index].members.map(\.place))
        settled.append(settling)
      case .failure(let failure): failures.append((families[index].members[0].place, failure.reason))
      }
    }
  }

  private func outcome(
    of family: Family, _ zones: [AdoptedZone], _ neighbours: Neighbours
  ) -> Result<Settling, Settling.Failure> {
    var ordered = family
    let order = zones.indices.sorted { zones[$0].index < zones[$1].index }
    if !order.isEmpty { ordered.members = order.map { family.members[$0] } }
    return Result { () throws(Settling.Failure) in
      try Settling(Draft(finding: ordered, order.map { zones[$0] }, topology, shared, neighbours))
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
          places: [draft.family.members[0].resource.position] + draft.unsaid,
          workloads: draft.family.members.count, objects: draft.claimed.count))
      for (member, zone) in zip(draft.family.members, draft.zones) { sources.zones[member.place] = zone.name }
      sources.remarks += settling.remarks
    }
    let rest = set.resources.indices.filter { !taken.contains($0) }
    guard !rest.isEmpty else { return sources }
    sources.remarks += RestReasons(set, settled.map(\.draft.family)).remarks(of: rest)
    sources.rest = rest.map { set.resources[$0] }
    return sources
  }
}
