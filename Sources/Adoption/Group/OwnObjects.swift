internal import Resources
internal import YAML

/// Other objects that there is one of for each zone, or for each instance.
extension Draft {
  /// What belongs to pods that run, and is made again by itself.
  private static let passedOver = [
    "Pod", "PersistentVolumeClaim", "Endpoints", "EndpointSlice", "ControllerRevision", "StatefulSet",
    "Deployment",
    "Event", "Lease",
  ]

  mutating func setOwnObjects(_ neighbours: Neighbours) {
    guard zones.count > 1 else { return }
    let taken = Set(claimed.map(\.place))
    let others = neighbours.others(beside: family).filter { found in
      !taken.contains(found.place) && !Self.passedOver.contains(found.resource.gvk.kind)
        && (found.resource.labels ?? Mapping()).holds(labels)
        && (found.resource.annotations ?? Mapping()).holds(annotations)
    }
    guard !others.isEmpty else { return }
    take(others, words, as: "perZone")
    guard !family.isDeployment else { return }
    let ofInstances = instances.map { words[$0.member].ofInstance($0.name, $0.ordinal, $0.index) }
    take(
      others.filter { found in !claimed.contains { $0.place == found.place } }, ofInstances, as: "perInstance"
    )
  }

  /// - Parameter words: of each zone or instance that there must be an object for.
  private mutating func take(_ others: [Found], _ words: [ZoneWords], as setting: String) {
    guard words.count > 1 else { return }
    var order: [[KeyBytes]] = []
    var found: [[KeyBytes]: [Int: Found]] = [:]
    for other in others {
      let name = Array(other.resource.name.utf8)
      for (index, words) in words.enumerated() {
        guard let templated = words.named(name, isOfInstance: setting == "perInstance") else { continue }
        let key = [other.resource.gvk.apiVersion, other.resource.gvk.kind, templated].map(KeyBytes.init)
        if found[key] == nil { order.append(key) }
        found[key, default: [:]][index] = other
      }
    }
    for key in order {
      let objects = words.indices.compactMap { found[key]?[$0] }
      guard objects.count == words.count, Set(objects.map(\.place)).count == words.count else { continue }
      var merging = Generalisation(words)
      let object = merging.merged(objects.map { body(of: $0.resource) })
      guard merging.settled == 0 else { continue }
      var settings = self.settings["objects"] ?? .mapping(Mapping())
      settings[[setting]] = .sequence((settings[setting]?.items ?? []) + [object])
      self.settings["objects"] = settings
      claimed += objects.map { Claim(place: $0.place, resource: $0.resource) }
    }
  }

  /// Without what it gets from the group.
  private func body(of resource: Resource) -> Node {
    var body = resource.object
    body[["metadata", "namespace"]] = nil
    body[["metadata", "labels"]] = ownLabels(of: resource).without(labels).known
    body[["metadata", "annotations"]] = ownAnnotations(of: resource).without(annotations).known
    return body
  }
}
