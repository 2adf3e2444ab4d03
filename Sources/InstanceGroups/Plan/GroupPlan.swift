import Diagnostics
import Resources
import YAML

/// A group with everything decided that its objects share.
struct GroupPlan {
  let group: InstanceGroup
  let topology: TopologySpec
  /// The resource that the group was read from.
  let resource: Resource
  let names: GroupNames
  /// The same under the names that the group had before layers renamed it.
  let earlierNames: [GroupNames]
  let workloads: [Workload]
  let labels: Labels
  let ports: [ServicePort]
  let aggregates: [AggregateService]
  /// The Service under which the pods have names of their own.
  let governingService: Located<String>?
  let hasInstanceServices: Bool
  let zoneNodeLabel: String
  let table: InstanceTable
  let templateHasPlaceholders: Bool
  /// Whether the group was a QuarksStatefulSet, which has no Services of its own.
  let isQuarks: Bool
  let configHash: String?

  var spec: InstanceGroupSpec { group.spec }
  var position: Position { resource.position }
  var isErrand: Bool { spec.lifecycle != .service }
  var usesRolloutOperator: Bool { spec.rollout?.value.strategy == .rolloutOperator }

  /// The label that carries the ordinal of a pod, where there is one.
  var ordinalLabel: String? {
    switch topology.podOrdinalSource.value {
    case .label: labels.podOrdinal
    case .podIndex: "apps.kubernetes.io/pod-index"
    case .podName: topology.allows(.podIndexLabel) ? "apps.kubernetes.io/pod-index" : nil
    }
  }
}

/// A group as it was decoded, and where it came from.
struct GroupInput {
  var group: InstanceGroup
  var resource: Resource
  /// Whether names and labels are to be as Quarks made them.
  var isQuarks = false
  /// When it is not the Topology's.
  var zoneNodeLabel: String?
  /// The value of `P/instance-group-name` when it is not the group's name.
  var groupLabel: String?
  /// What changes when a ConfigMap or Secret of the pods does, if they are to restart then.
  var configHash: String?
}

extension GroupPlan {
  init(_ input: GroupInput, _ setting: Setting, _ report: Report) {
    let group = input.group
    let spec = group.spec
    let topology = setting.topology
    func names(_ id: ResourceID) -> GroupNames {
      GroupNames(
        id, of: input.resource, workloadPattern: topology.workloadName.value,
        cutsServiceNames: setting.quarksGroups.contains(input.resource.originalID))
    }
    let current = names(input.resource.id)
    let earlier = input.resource.earlier.map(names)
    let zones = setting.catalog.zones(of: group, report)
    let counts = InstanceCounts.counts(of: group, zones: zones, report)
    let workloads = Self.workloads(spec, zones, counts, current, earlier)
    let labels = Labels(input, topology: topology)
    let ports = ServicePort.ports(of: spec)
    let aggregates = Self.aggregates(spec, current)
    let governing = Self.governingService(spec, aggregates)
    let hasInstanceServices =
      (spec.services.perInstance.enabled?.value ?? true) && !ports.isEmpty && spec.lifecycle == .service

    self.group = group
    self.topology = topology
    resource = input.resource
    self.names = current
    earlierNames = earlier
    self.workloads = workloads
    self.labels = labels
    self.ports = ports
    self.aggregates = aggregates
    governingService = governing
    self.hasInstanceServices = hasInstanceServices
    zoneNodeLabel = input.zoneNodeLabel ?? topology.zoneNodeLabel
    isQuarks = input.isQuarks
    configHash = input.configHash
    templateHasPlaceholders = Placeholders.occur(in: spec.template)
    table = InstanceTable(current, workloads, initialRollout: setting.initialRollout) { workload in
      if hasInstanceServices { return workload.names.instanceService }
      guard let governing else { return workload.pod }
      let service = Placeholders(workload, group: current.group, report).replaced(governing)
      return { "\(workload.pod($0)).\(service)" }
    }
  }

  private static func workloads(
    _ spec: InstanceGroupSpec, _ zones: [Zone], _ counts: [Int], _ names: GroupNames, _ earlier: [GroupNames]
  ) -> [Workload] {
    func workload(_ zone: Zone?, replicas: Int, nodeLabelValues: [String]) -> Workload {
      Workload(
        zone: zone, replicas: replicas, firstOrdinal: (zone?.index ?? 0) * spec.ordinals.stride.value,
        names: WorkloadNames(names, zone), earlierNames: earlier.map { WorkloadNames($0, zone) },
        nodeLabelValues: nodeLabelValues)
    }
    // An errand is one pod, in whichever of its zones there is room.
    if spec.lifecycle != .service {
      let zone = zones.count == 1 ? zones[0] : nil
      return [workload(zone, replicas: 1, nodeLabelValues: zones.map(\.nodeLabelValue))]
    }
    if zones.isEmpty { return [workload(nil, replicas: counts[0], nodeLabelValues: [])] }
    return zip(zones, counts).map { workload($0, replicas: $1, nodeLabelValues: [$0.nodeLabelValue]) }
  }

  /// The aggregate Services with their final names.
  private static func aggregates(_ spec: InstanceGroupSpec, _ names: GroupNames) -> [AggregateService] {
    guard spec.lifecycle == .service else { return [] }
    guard let written = spec.services.aggregate else {
      return [AggregateService(name: Located(names.group, .none), headless: true)]
    }
    return written.map { service in
      var service = service
      service.name.value = Names.sanitized(names.written(service.name.value))
      return service
    }
  }

  private static func governingService(
    _ spec: InstanceGroupSpec, _ aggregates: [AggregateService]
  ) -> Located<String>? {
    spec.statefulSet.serviceName ?? (aggregates.first(where: \.headless) ?? aggregates.first)?.name
  }
}

/// What all groups of a build share.
struct Setting {
  let topology: TopologySpec
  let catalog: ZoneCatalog
  let initialRollout: Bool
  let quarksGroups: Set<ResourceID>
}
