import Diagnostics
import YAML

/// Ordinals that the oldest server can't give, or that two zones would share.
enum OrdinalChecks {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    guard plan.hasInstances else { return }
    checkStart(plan, report)
    if checkStride(plan, report) { checkSpecIndexes(plan, report) }
    checkEnvironment(plan, report)
  }

  private static func checkStart(_ plan: GroupPlan, _ report: Report) {
    let ordinals = plan.spec.ordinals
    let version = plan.topology.kubernetesVersion
    let numbers = [ordinals.start, ordinals.stride].filter { $0.value > 0 }
    guard let first = numbers.first, !plan.topology.allows(.ordinals) else { return }
    report.error(
      "too-new-for-server", "\"spec.ordinals\" needs Kubernetes \(Feature.ordinals.since)",
      at: first.position,
      notes: [.init("the oldest server to support is \(version.value)", at: version.position.known)],
      hint: "leave it out, or raise kubernetesVersion in the Topology")
  }

  /// - Returns: whether no ordinal is given twice.
  private static func checkStride(_ plan: GroupPlan, _ report: Report) -> Bool {
    let stride = plan.spec.ordinals.stride
    guard stride.value > 0 else { return true }
    if let last = plan.workloads.map(\.ordinals.upperBound).max(), last > Int(Int32.max) {
      report.error(
        "number-out-of-bounds", "with this stride, ordinals go up to \(last - 1)", at: stride.position,
        notes: [.init("Kubernetes counts up to \(Int32.max)")],
        hint: "use a smaller stride, such as 10000, or smaller indexes of zones")
    }
    guard plan.workloads.count > 1, let largest = plan.workloads.map(\.replicas).max(), largest > stride.value
    else { return true }
    report.error(
      "stride-too-small",
      "a zone has \(largest) instances, but ordinals step by \(stride.value) from zone to zone",
      at: stride.position, hint: "use a stride of at least \(largest), such as 10000")
    return false
  }

  /// Templates and programs tell instances apart by them.
  private static func checkSpecIndexes(_ plan: GroupPlan, _ report: Report) {
    let zones = plan.workloads.filter { $0.replicas > 0 }.sorted { $0.firstSpecIndex < $1.firstSpecIndex }
    guard
      // Two zones of one index are a mistake of the Topology's.
      let (zone, next) = zip(zones, zones.dropFirst()).first(where: {
        ($0.firstSpecIndex + 1..<$0.firstSpecIndex + $0.replicas).contains($1.firstSpecIndex)
      })
    else { return }
    let most = next.firstSpecIndex - zone.firstSpecIndex
    report.error(
      "spec-index-twice",
      "a zone has \(zone.replicas) instances, but the numbers that instances go by (specIndex) step by \(most) to the next",
      at: plan.instancesPosition(in: zone),
      notes: [.init("instance \(most) of \"\(zone.name)\" has the number of the first of \"\(next.name)\"")],
      hint: "give the zone at most \(most), or write \"ordinals: {stride: \(zone.replicas)}\"")
  }

  /// Without the label pod-index nothing tells a pod its ordinal.
  private static func checkEnvironment(_ plan: GroupPlan, _ report: Report) {
    let wanted = plan.spec.environment.podOrdinal
    guard wanted ?? true, plan.ordinalLabel == nil else { return }
    let since = Feature.podIndexLabel.since
    let summary = "POD_ORDINAL needs Kubernetes \(since), where pods carry their ordinal in a label"
    let hint = "take it from POD_NAME: it is what follows the last \"-\""
    if wanted == true {
      report.error(
        "too-new-for-server", summary, at: plan.position,
        hint: hint + "; and leave environment.podOrdinal out")
    } else {
      report.warning(
        "no-pod-ordinal", "the containers get no POD_ORDINAL: it needs Kubernetes \(since)",
        at: plan.position, hint: hint + ", or write \"environment: {podOrdinal: false}\"")
    }
  }
}

extension GroupPlan {
  /// Where the number of a zone's instances stands.
  fileprivate func instancesPosition(in workload: Workload) -> Position {
    let own = workload.zone.flatMap { zone in
      spec.zoneOverrides.first { sameBytes($0.key.text, zone.name) }?.value.instances
    }
    return (own ?? spec.instances).position
  }
}

extension Workload {
  fileprivate var firstSpecIndex: Int { InstanceTable.specIndex(azIndex: azIndex, ordinal: firstOrdinal) }
}
