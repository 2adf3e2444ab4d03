/// One StatefulSet-to-be: what a group has in one zone, or all of a group that is not zoned.
struct Workload {
  let zone: Zone?
  let replicas: Int
  /// The ordinal of its first instance.
  let firstOrdinal: Int
  let names: WorkloadNames
  /// The names it would have had under the group's earlier names.
  let earlierNames: [WorkloadNames]
  /// Which nodes its pods belong to, as values of the zone label; empty: any.
  let nodeLabelValues: [String]

  var azIndex: Int { zone?.index ?? 0 }
  var name: String { names.statefulSet }
  var ordinals: Range<Int> { firstOrdinal..<(firstOrdinal + replicas) }

  func pod(_ ordinal: Int) -> String { "\(names.statefulSet)-\(ordinal)" }
}

struct WorkloadNames {
  let statefulSet: String
  /// What the names of its instances' Services begin with.
  let instanceServices: String

  init(_ names: GroupNames, _ zone: Zone?) {
    statefulSet = Names.sanitized(names.workload(zone))
    instanceServices = Names.sanitized(names.instanceServices(zone))
  }

  func instanceService(_ ordinal: Int) -> String { "\(instanceServices)-\(ordinal)" }
}
