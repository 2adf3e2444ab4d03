internal import InstanceGroups
internal import Resources
internal import YAML

extension Draft {
  /// Finds out what a group has to say, one setting after the other.
  init(
    finding family: Family, _ zones: [AdoptedZone], _ topology: TopologyDraft, _ shared: SharedTopology,
    _ neighbours: Neighbours
  ) {
    self.init(family, zones, topology, shared)
    setIdentity()
    setRollout()
    let withServices = neighbours.hasServices(beside: family)
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
