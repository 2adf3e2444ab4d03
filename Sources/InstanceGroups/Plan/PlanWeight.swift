import Resources
import YAML

extension GroupPlan {
  /// About how many bytes the group's objects take of what is written once: its StatefulSets have all that is said of
  /// pods, and its Services what is said of all objects.
  var repeatedWeight: Int {
    let metadata = group.metadata.labels.weight + group.metadata.annotations.weight
    return workloads.count * input.resource.object.weight + services * metadata
  }

  /// What its Services take besides: there are as many as the group says, and no more than a build can have.
  var countedWeight: Int { services * Self.service }

  private var services: Int { (hasInstanceServices ? table.rows.count : 0) + aggregates.count }

  /// A Service of one port, as an object and as it is written.
  private static let service = 2000
}
