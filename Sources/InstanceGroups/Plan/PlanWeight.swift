import Resources
import YAML

extension GroupPlan {
  /// About how many bytes the group's objects take of what is written once: its StatefulSets have all that is said of
  /// pods, its Services and the objects of its instances what is said of them, and Services very many ports.
  var repeatedWeight: Int {
    let spec = input.resource.object["spec"] ?? .null
    let metadata = input.resource.object["metadata"].map(expandedWeight) ?? 0
    let instances = hasInstances ? table.rows.count : 0
    let ofPorts = max(0, ports.count - Self.ordinaryPorts) * Self.port
    let settings = spec["services"].map(expandedWeight) ?? 0
    let ofServices = metadata + settings + ofPorts
    let ofInstances = spec.at("objects", "perInstance").map { expandedWeight($0) + metadata } ?? 0
    let ofGroup = workloads.count * expandedWeight(input.resource.object)
    return ofGroup + services * ofServices + instances * ofInstances
  }

  /// What its Services take besides: there are as many as the group says, and no more than a build can have.
  var countedWeight: Int { services * Self.service }

  private var services: Int { (hasInstanceServices ? table.rows.count : 0) + aggregates.count }

  /// A Service of one port, as an object and as it is written.
  private static let service = 2000

  /// As many ports are no more than that, and each of the others is as many bytes as it is written with.
  private static let ordinaryPorts = 16
  private static let port = 64

  /// With the lists that stand in it.
  private func expandedWeight(_ node: Node) -> Int {
    var weight = node.weight
    guard !lists.names.isEmpty, node.hasPlaceholders else { return weight }
    node.forEachPlaceholder { name, _ in
      guard let list = PlaceholderName.list(name) else { return }
      weight += lists[list.name].map { $0.text.utf8.count + 64 * $0.items.count } ?? 0
    }
    return weight
  }
}
