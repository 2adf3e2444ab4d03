import Diagnostics
import Resources
import YAML

/// What all groups of a build share.
struct Setting: Sendable {
  let topology: TopologySpec
  let catalog: ZoneCatalog
  let initialRollout: Bool
  let isStrict: Bool
  let quarksGroups: Set<ResourceID>
  var groups: OtherGroups

  /// What a group is called under one of its identities.
  func names(_ id: ResourceID, _ input: GroupInput) -> GroupNames {
    let spec = input.group.spec
    var patterns = WorkloadPatterns(
      all: WorkloadName.parts(of: (spec.workloadName ?? topology.workloadName).value))
    patterns.isOwn = spec.workloadName != nil
    for (zone, override) in spec.zoneOverrides {
      if let name = override.workloadName { patterns.zones[zone.text] = WorkloadName.parts(of: name.value) }
    }
    return GroupNames(
      id, of: input.resource, patterns: patterns,
      cutsServiceNames: quarksGroups.contains(input.resource.originalID))
  }
}

/// A group as it was decoded, and where it came from.
struct GroupInput {
  var group: InstanceGroup
  var resource: Resource
  /// Whether it was a QuarksStatefulSet, which has no Services of its own.
  var isQuarks = false
  /// When it is not the Topology's.
  var zoneNodeLabel: String?
  /// The value of `P/instance-group-name` when it is not the group's name.
  var groupLabel: String?
  /// What changes when a ConfigMap or Secret of the pods does, if they are to restart then.
  var configHash: String?
}
