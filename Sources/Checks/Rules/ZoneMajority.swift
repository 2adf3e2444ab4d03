internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let zoneMajority = Rule(
    "zone-majority", .warning, "A group over several zones of which one zone holds the majority",
    because: "When that zone is lost, the members that are left can't elect a leader or agree on anything.",
    bad: "replicas: 3 # in z1, of 5 instances",
    good: "replicas: 2 # in z1, of 5 instances",
    each: \.groups
  ) { group, inventory, findings in
    guard group.zones.count > 1 else { return }
    let counts = group.zones.compactMap { inventory.replicas(of: $0.workload) }
    let total = counts.reduce(0, +)
    // A single instance can't be spread, and where an autoscaler decides nobody knows how many there are.
    guard counts.count == group.zones.count, total > 1,
      let largest = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[largest] * 2 > total
    else { return }
    let zone = group.zones[largest]
    findings.add(
      "zone \(zone.name) holds \(counts[largest]) of the \(total) instances of \"\(group.name)\"",
      at: zone.workload.resource.object.at("spec", "replicas")?.position, in: zone.workload.resource,
      hint: "spread the instances so that no zone has more than half of them")
  }
}
