internal import InstanceGroups
internal import Resources
internal import YAML

/// What makes a group the one that it is: its zones, the names and selectors of its workloads.
extension Draft {
  mutating func setIdentity() {
    if let deployment = family.deployment(under: prefix), topology.deployment == nil {
      settings["deployment"] = .string(deployment)
    }
    if family.isDeployment { settings["workload"] = "Deployment" }
    setZones()
    setNames()
    let generated = family.members.allSatisfy { $0.matchLabels["\(prefix)/instance-group-name"] != nil }
    generated ? setSelectorLabels() : setSelector()
    if family.members.allSatisfy({ $0.resource.annotations?["\(prefix)/zones"] != nil }) {
      settings["quarks"] = true
    }
  }

  private mutating func setZones() {
    guard !zones.isEmpty else { return }
    let all = topology.zones.count == zones.count
    settings["zones"] = .sequence(all ? ["*"] : zones.map { .string($0.name) })
  }

  private mutating func setNames() {
    guard !zones.isEmpty else {
      if !sameBytes(family.members[0].name, Names.sanitized(family.name)) {
        settings["workloadName"] = .string(family.members[0].name)
      }
      return
    }
    let fitting = WorkloadNaming.fitting(family, zones)
    if fitting.contains(topology.workloadName) { return }
    if let pattern = fitting.first {
      settings["workloadName"] = .string(pattern)
      return
    }
    for (member, zone) in zip(family.members, zones) {
      override(zone, "workloadName", .string(member.name))
    }
  }

  /// Says something of one zone.
  mutating func override(_ zone: AdoptedZone, _ field: String, _ value: Node) {
    var overrides = settings["zoneOverrides"] ?? .mapping(Mapping())
    overrides[[zone.name, field]] = value
    settings["zoneOverrides"] = overrides
  }

  // MARK: Selectors

  /// Of a group that selects by labels of ours.
  private mutating func setSelectorLabels() {
    let generated = ["deployment-name", "instance-group-name", "az-index"].map { "\(prefix)/\($0)" }
    let added = family.members.map { member in
      Node.mapping(Mapping(member.matchLabels.pairs.filter { !generated.contains($0.key.text) }))
    }
    if let labels = general(added).mapping, !labels.isEmpty { settings["selectorLabels"] = .mapping(labels) }
    if !family.members.allSatisfy({ $0.podLabels["\(prefix)/instance-group-name"] != nil }) {
      settings["podLabels"] = "None"
    }
  }

  private mutating func setSelector() {
    let selectors = family.members.map { $0.spec["selector"] ?? .mapping(Mapping()) }
    settings["selector"] = general(selectors)
    if family.members.allSatisfy({ $0.podLabels["\(prefix)/instance-group-name"] != nil }) {
      settings["podLabels"] = "Generated"
    }
    let shared = family.members.map(\.matchLabels).common
    let usual = usualGroupSelector
    let common = commonPodLabels
    // Of a label that is not the same in all zones none selects them all.
    if usual.isEmpty || !common.holds(usual) {
      let telling = shared.isEmpty ? common : shared
      if !telling.isEmpty { settings["groupSelector"] = .mapping(["matchLabels": .mapping(telling)]) }
    }
  }

  /// What selects the instances of all zones when nothing is said of it.
  private var usualGroupSelector: Mapping {
    let labels = settings["selector"]?["matchLabels"]?.mapping ?? Mapping()
    return Mapping(labels.pairs.filter { !$0.value.hasPlaceholder })
  }

  /// Selects all zones by other labels of the pods, as what runs does.
  mutating func select(by labels: Mapping) {
    settings["groupSelector"] = .mapping(["matchLabels": .mapping(labels)])
  }
}
