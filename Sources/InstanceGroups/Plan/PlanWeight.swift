import Resources
import YAML

extension GroupPlan {
  /// About how many bytes the group's objects take: its StatefulSets have all that is said of pods, and its Services
  /// what is said of all objects.
  var weight: Int {
    let metadata = group.metadata.labels.weight + group.metadata.annotations.weight
    let services = (hasInstanceServices ? table.rows.count : 0) + aggregates.count
    return workloads.count * input.resource.object.weight + services * (Self.service + metadata)
  }

  /// What a Service takes that has one port.
  private static let service = 1200
}
