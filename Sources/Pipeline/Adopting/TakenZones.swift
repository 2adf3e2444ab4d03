internal import Adoption
internal import Diagnostics
internal import YAML

/// The zones of the kustomizations that take some of the copied bases only, and the patches that leave them no others.
struct TakenZones {
  private let sources: AdoptedSources
  /// Of each of the copied bases.
  private let zones: [KeyBytes: Set<KeyBytes>]

  /// - Parameter bases: what the sources were made of.
  init(_ bases: CopiedBases, _ sources: AdoptedSources) {
    self.sources = sources
    var zones: [KeyBytes: Set<KeyBytes>] = [:]
    for (place, zone) in sources.zones { zones[bases.owners[place], default: []].insert(zone) }
    self.zones = zones
  }

  /// The zones of a kustomization that has not all of the copied bases; `nil` for the others.
  private func taken(by entry: KustomizationTree.Entry) -> Set<KeyBytes>? {
    let paths = Set(texts: entry.references.map(\.path)).intersection(zones.keys)
    guard !paths.isEmpty, paths.count < zones.count else { return nil }
    return paths.reduce(into: []) { $0.formUnion(zones[$1] ?? []) }
  }

  /// Whether some kustomization of a tree takes some of the zones only.
  func areSome(in tree: KustomizationTree) -> Bool { tree.entries.contains { taken(by: $0) != nil } }

  /// Those that its Topology and its groups need, after which the other zones are not there.
  func patches(of entry: KustomizationTree.Entry) -> [Node] {
    guard let taken = taken(by: entry), let topology = sources.topology else { return [] }
    let groups = sources.groups.compactMap { group in
      change(of: group.node, to: taken).map { patch(group.node, ["spec": .mapping($0)]) }
    }
    let zones = Mapping([.init(key: Scalar("zones"), value: .sequence(left(of: topology, taken)))])
    return [patch(topology, ["spec": .mapping(zones)])] + groups
  }

  /// With their indexes, which are those of the places that they had.
  private func left(of topology: Node, _ taken: Set<KeyBytes>) -> [Node] {
    let all = topology.at("spec", "zones")?.items ?? []
    let kept = all.enumerated().filter { $1["name"]?.text.map(taken.contains) ?? false }
    return kept.enumerated().map { place, zone in
      var node = zone.element
      _ = node.changeMapping { mapping in
        let index = mapping["index"] ?? .integer(zone.offset)
        mapping["index"] = index.text == String(place) ? nil : index
      }
      return node
    }
  }

  /// What a group says of the zones that are not there.
  private func change(of group: Node, to taken: Set<KeyBytes>) -> Mapping? {
    var change = Mapping()
    let zones = group.at("spec", "zones")?.items ?? []
    let kept = zones.filter { $0.text.map { $0 == "*" || taken.contains($0) } ?? false }
    if kept.count < zones.count { change["zones"] = .sequence(kept) }
    let overrides = group.at("spec", "zoneOverrides")?.mapping?.pairs ?? []
    let gone = overrides.map(\.key.text).filter { !taken.contains($0) }
    if !gone.isEmpty {
      let nulls = gone.map { Mapping.Pair(key: Scalar($0), value: .null) }
      change["zoneOverrides"] = .mapping(Mapping(nulls))
    }
    return change.isEmpty ? nil : change
  }

  private func patch(_ object: Node, _ content: KeyValuePairs<String, Node>) -> Node {
    var patch = Mapping(
      ["apiVersion", "kind"].compactMap { key in
        object[key].map { .init(key: Scalar(key), value: $0) }
      })
    let metadata = object["metadata"]
    patch["metadata"] = .mapping(["name": metadata?["name"], "namespace": metadata?["namespace"]])
    for (key, value) in content { patch[key] = value }
    return .mapping(["patch": .string(String(decoding: Node.mapping(patch).block, as: UTF8.self))])
  }
}
