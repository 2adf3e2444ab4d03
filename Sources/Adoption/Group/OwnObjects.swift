internal import Resources
internal import YAML

/// Other objects that there is one of for each zone, or for each instance.
extension Draft {
  mutating func setOwnObjects(_ neighbours: Neighbours) {
    guard zones.count > 1 else { return }
    let taken = Set(claimed.map(\.place))
    let others = neighbours.objects(namedAfter: family).filter { found in
      !taken.contains(found.place) && (found.resource.labels ?? Mapping()).holds(labels)
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
  private mutating func take(_ others: [Neighbour], _ words: [ZoneWords], as setting: String) {
    guard words.count > 1 else { return }
    let names = setting == "perInstance" ? ZoneWords.instanceNames : ZoneWords.zoneNames
    let owners = Dictionary(
      grouping: words.indices.flatMap { index in words[index].values(of: names).map { (index, $0) } },
      by: \.1)
    var order: [[KeyBytes]] = []
    var found: [[KeyBytes]: [Int: Neighbour]] = [:]
    for other in others {
      let (name, gvk) = (Array(other.resource.name.utf8), other.resource.gvk)
      let named = NameIndex.runs(of: name).flatMap { owners[Array($0)] ?? [] }.map(\.0)
      for index in Set(named).sorted() {
        let templated = String(decoding: words[index].templated(name, names), as: UTF8.self)
        let key = [gvk.apiVersion, gvk.kind, templated].map(KeyBytes.init)
        if found[key] == nil { order.append(key) }
        found[key, default: [:]][index] = other
      }
    }
    for objects in order.compactMap({ found[$0] }) where objects.count == words.count {
      makeOwn(words.indices.compactMap { objects[$0] }, words, as: setting)
    }
  }

  /// Has the group make these, one for each zone or instance, where they are alike.
  private mutating func makeOwn(_ objects: [Neighbour], _ words: [ZoneWords], as setting: String) {
    guard Set(objects.map(\.place)).count == words.count else { return }
    var merging = Generalisation(words)
    let object = merging.merged(objects.map { body(of: $0.resource) })
    guard merging.settled == 0 else { return }
    var settings = self.settings["objects"] ?? .mapping(Mapping())
    settings[[setting]] = .sequence((settings[setting]?.items ?? []) + [object])
    self.settings["objects"] = settings
    claimed += objects
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
