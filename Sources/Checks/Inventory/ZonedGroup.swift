internal import Resources
internal import YAML

/// The StatefulSets that are one group over several zones, told by the labels of their pods.
struct ZonedGroup: Sendable {
  struct Zone: Sendable {
    let index: String
    /// The zone's name, or its index where it has none.
    let name: String
    let workload: Workload
  }

  let name: String
  let namespace: String
  var zones: [Zone]

  /// Below which prefix a topology puts these labels is its own choice.
  private static let indexLabel = "/az-index"

  /// - Returns: the zone of a pod template, by what the topology numbered it with.
  static func zoneIndex(_ labels: Mapping?) -> String? {
    labels?.pairs.first { $0.key.text.hasSuffix(indexLabel) }?.value.text
  }

  static func groups(of workloads: [Workload]) -> [ZonedGroup] {
    var groups: [ZonedGroup] = []
    var places: [KeyBytes: Int] = [:]
    for workload in workloads where workload.isStatefulSet {
      guard let labels = workload.labels,
        let label = labels.pairs.first(where: { $0.key.text.hasSuffix(indexLabel) }),
        let index = label.value.text
      else { continue }
      let prefix = label.key.text.dropLast(indexLabel.count)
      guard let name = labels["\(prefix)/instance-group-name"]?.text else { continue }
      let deployment = labels["\(prefix)/deployment-name"]?.text ?? ""
      let zone = Zone(index: index, name: labels["\(prefix)/az-name"]?.text ?? index, workload: workload)
      let key = "\(workload.namespace) \(prefix) \(deployment) \(name)"
      if let place = places[key] {
        groups[place].zones.append(zone)
      } else {
        places[key] = groups.count
        groups.append(ZonedGroup(name: name, namespace: workload.namespace, zones: [zone]))
      }
    }
    return groups
  }
}
