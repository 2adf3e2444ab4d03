import Diagnostics
import YAML

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
  /// Its place when one zone comes after the other.
  var rank = 0
  /// What comes before it then.
  var previous: Previous?

  struct Previous {
    let zone: String
    let name: String
  }

  var azIndex: Int { zone?.index ?? 0 }
  var name: String { names.statefulSet }
  var ordinals: Range<Int> { firstOrdinal..<(firstOrdinal + replicas) }

  func pod(_ ordinal: Int) -> String { "\(names.statefulSet)-\(ordinal)" }
}

extension Workload {
  /// - Parameter counts: the number of instances in each zone, or of a group without zones.
  static func workloads(
    of spec: InstanceGroupSpec, _ zones: [Zone], _ counts: [Int], _ names: GroupNames,
    _ earlier: [GroupNames]
  ) -> [Workload] {
    func workload(_ zone: Zone?, replicas: Int, nodeLabelValues: [String]) -> Workload {
      Workload(
        zone: zone, replicas: replicas,
        firstOrdinal: spec.ordinals.start.value + (zone?.index ?? 0) * spec.ordinals.stride.value,
        names: WorkloadNames(names, zone), earlierNames: earlier.map { WorkloadNames($0, zone) },
        nodeLabelValues: nodeLabelValues)
    }
    // An errand is one pod, in whichever of its zones there is room.
    if spec.lifecycle != .service {
      let zone = zones.count == 1 ? zones[0] : nil
      return [workload(zone, replicas: 1, nodeLabelValues: zones.map(\.nodeLabelValue))]
    }
    if zones.isEmpty { return [workload(nil, replicas: counts[0], nodeLabelValues: [])] }
    var workloads = zip(zones, counts).map {
      workload($0, replicas: $1, nodeLabelValues: [$0.nodeLabelValue])
    }
    workloads.rank(by: spec.rollout?.value.order ?? [])
    return workloads
  }
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

extension [Workload] {
  /// - Parameter order: the names of zones; those that it leaves out follow in their own order.
  fileprivate mutating func rank(by order: [Located<String>]) {
    let ranks = order.reduce(into: [KeyBytes: Int]()) { ranks, zone in
      ranks[zone.value] = ranks[zone.value] ?? ranks.count
    }
    let ranked = indices.sorted { a, b in
      let (first, second) = (ranks[self[a].zone?.name ?? ""], ranks[self[b].zone?.name ?? ""])
      return (first ?? .max, a) < (second ?? .max, b)
    }
    for (rank, index) in ranked.enumerated() {
      self[index].rank = rank
      guard rank > 0 else { continue }
      let before = self[ranked[rank - 1]]
      self[index].previous = .init(zone: before.zone?.name ?? "", name: before.name)
    }
  }
}
