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
    take(others, words, ZoneWords.zoneNames, as: "perZone")
    guard !family.isDeployment else { return }
    let ofInstances = instances.map { words[$0.member].ofInstance($0.name, $0.ordinal, $0.index) }
    let ofZones = Set(claimed.map(\.place))
    take(
      others.filter { !ofZones.contains($0.place) }, ofInstances, ZoneWords.instanceNames, as: "perInstance")
  }

  /// - Parameters:
  ///   - words: of each zone or instance that there must be an object for.
  ///   - names: which of them stand in names.
  private mutating func take(
    _ others: [Neighbour], _ words: [ZoneWords], _ names: [String], as setting: String
  ) {
    guard words.count > 1 else { return }
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
    var made: [Node] = []
    for objects in order.compactMap({ found[$0] }) where objects.count == words.count {
      let alike = words.indices.compactMap { objects[$0] }
      guard Set(alike.map(\.place)).count == words.count, let object = general(alike, words) else { continue }
      made.append(object)
      claimed += alike
    }
    guard !made.isEmpty else { return }
    var objects = settings["objects"] ?? .mapping(Mapping())
    objects[[setting]] = .sequence(made)
    settings["objects"] = objects
  }

  /// What the group is to make of these, one for each zone or instance; `nil` where they are not alike.
  private func general(_ objects: [Neighbour], _ words: [ZoneWords]) -> Node? {
    var merging = Generalisation(words)
    let object = merging.merged(objects.map { body(of: $0.resource) })
    return merging.settled == 0 ? object : nil
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
