import Diagnostics
import Resources
import YAML

/// A group with everything decided that its objects share.
struct GroupPlan {
  let input: GroupInput
  let topology: TopologySpec
  let names: GroupNames
  /// The same under the names that the group had before layers renamed it.
  let earlierNames: [GroupNames]
  let workloads: [Workload]
  let labels: Labels
  let ports: [ServicePort]
  /// The Services for all instances, with their final names.
  let aggregates: [AggregateService]
  let table: InstanceTable
  /// Set once all groups are known: a list may name another one.
  var lists = InstanceLists.none
  /// Whether its pods follow Quarks' conventions.
  let isQuarks: Bool
  /// Whether a patch that matches nothing is an error.
  let isStrict: Bool

  var group: InstanceGroup { input.group }
  var spec: InstanceGroupSpec { input.group.spec }
  var position: Position { input.resource.position }
  var isErrand: Bool { spec.lifecycle != .service }
  var isDeployment: Bool { spec.workload.value == .deployment }
  /// Whether its instances have names and ordinals of their own.
  var hasInstances: Bool { !isErrand && !isDeployment }
  var usesRolloutOperator: Bool { spec.rollout?.value.strategy == .rolloutOperator }
  var zoneNodeLabel: String { input.zoneNodeLabel ?? topology.zoneNodeLabel }

  /// The Service under which the pods have names of their own.
  var governingService: Located<String>? { spec.governingService(among: aggregates) }
  var hasInstanceServices: Bool { spec.hasInstanceServices(with: ports) }

  /// The label that carries the ordinal of a pod, where there is one.
  var ordinalLabel: String? {
    switch topology.podOrdinalSource.value {
    case .label: labels.podOrdinal
    case .podIndex: "apps.kubernetes.io/pod-index"
    case .podName: topology.allows(.podIndexLabel) ? "apps.kubernetes.io/pod-index" : nil
    }
  }
}

extension GroupPlan {
  /// The instances of a workload, in the order of their ordinals.
  func rows(of workload: Workload) -> ArraySlice<InstanceTable.Instance> {
    let start = workloads.prefix { $0.azIndex != workload.azIndex }.reduce(0) { $0 + $1.replicas }
    return table.rows[start..<(start + workload.replicas)]
  }

  func row(of workload: Workload, _ ordinal: Int) -> InstanceTable.Instance? {
    let rows = rows(of: workload)
    return workload.ordinals.contains(ordinal) ? rows[rows.startIndex + ordinal - workload.firstOrdinal] : nil
  }

  /// The workload of a zone; that of a group without zones for none.
  func workload(in zone: String?) -> Workload? {
    guard let zone else { return workloads.first { $0.zone == nil } }
    return workloads.first { $0.isIn(zone) }
  }
}

extension GroupPlan {
  /// - Parameter left: how many more instances the build can have.
  /// - Returns: `nil`, after a report, when the group has more.
  init?(_ input: GroupInput, _ setting: Setting, left: inout Int, _ report: Report) {
    let spec = input.group.spec
    let names = setting.names(input.resource.id, input)
    let zones = setting.catalog.zones(of: input.group, report)
    let counts = InstanceCounts.counts(of: input.group, zones: zones, report)
    guard InstanceCounts.fits(counts, of: input.group, &left, report) else { return nil }

    self.input = input
    topology = setting.topology
    isStrict = setting.isStrict
    isQuarks =
      input.isQuarks || setting.quarksGroups.contains(input.resource.originalID)
      || spec.quarks ?? setting.topology.quarks
    self.names = names
    earlierNames = input.resource.earlier.map { setting.names($0, input) }
    workloads = Workload.workloads(of: spec, zones, counts, names, earlierNames)
    // What is wrong with placeholders in them is reported with all others.
    labels = Labels(
      input, topology: setting.topology, Placeholders(.group, .init(group: names.group), .none, Report()))
    ports = ServicePort.ports(of: spec)
    aggregates = spec.aggregates(names, ports)
    let governing = spec.governingService(among: aggregates)
    let hasServices = spec.hasInstanceServices(with: ports)
    table = InstanceTable(names, workloads, initialRollout: setting.initialRollout) { workload in
      if hasServices { return workload.names.instanceService }
      guard let governing else { return workload.pod }
      let service = Placeholders(
        .zone, .init(group: names.group, workload: workload, workloadName: workload.name), .none, report
      ).replaced(governing)
      return { "\(workload.pod($0)).\(service)" }
    }
  }
}

extension InstanceGroupSpec {
  fileprivate func aggregates(_ names: GroupNames, _ ports: [ServicePort]) -> [AggregateService] {
    guard lifecycle == .service else { return [] }
    guard let written = services.aggregate else {
      if workload.value == .statefulSet {
        return [AggregateService(name: Located(names.group, .none), headless: true)]
      }
      // The pods of a Deployment have no names that a headless Service could give out.
      return ports.isEmpty ? [] : [AggregateService(name: Located(names.group, .none))]
    }
    return written.map { service in
      var service = service
      service.name.value = Names.sanitized(names.named(service.name.value))
      return service
    }
  }

  fileprivate func governingService(among aggregates: [AggregateService]) -> Located<String>? {
    statefulSet.serviceName ?? (aggregates.first(where: \.headless) ?? aggregates.first)?.name
  }

  fileprivate func hasInstanceServices(with ports: [ServicePort]) -> Bool {
    (services.perInstance.enabled?.value ?? true) && !ports.isEmpty && lifecycle == .service
      && workload.value == .statefulSet
  }
}
