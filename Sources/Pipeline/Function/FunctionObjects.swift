internal import InstanceGroups
internal import Resources
internal import YAML

/// The objects of a list, each knowing its place in it.
struct FunctionObjects {
  let resources: [Resource]
  /// The places of what is expanded.
  let places: [Int]
  /// The places of what groups became in an earlier run, which they become again.
  let madeBefore: [Int]
  /// The places of those that stay beside what they become: objects for no cluster.
  let kept: Set<Int>
  private let items: [Node]

  /// What the objects have that a group became which stays.
  static let originAnnotation = "zonal/expanded-from"
  private static let localAnnotation = "config.kubernetes.io/local-config"
  /// What says how an object got here, and nothing of what it is.
  private static let passing: Set = [
    localAnnotation, "config.kubernetes.io/function", "config.k8s.io/function", "kustomize.config.k8s.io/id",
  ]

  init(_ input: FunctionInput) {
    items = input.items
    let all = items.map { Resource(object: $0) }
    let places = all.indices.filter { Expansion.replaces(all[$0]) }
    self.places = places
    let besides = input.options.object.map { Resource(object: $0) }
    // A generator gets its configuration as an item, too, marked in the same way.
    let configuration = places.first { place in besides.map { all[place].id == $0.id } ?? false }
    kept = Set(places.filter { $0 != configuration && Self.isLocal(all[$0]) })
    let names = Set(kept.map { Self.source(named: all[$0].name, besides: all[$0]) })
    madeBefore = all.indices.filter { index in
      let name = all[index].annotations?[Self.originAnnotation]?.text
      return name.map { names.contains(Self.source(named: $0, besides: all[index])) } ?? false
    }
    let isGone = Set(madeBefore)
    let isOurs = Set(places)
    resources =
      all.indices.filter { !isGone.contains($0) }.map { place in
        isOurs.contains(place) ? Self.prepared(all[place], at: place) : all[place]
      } + [configuration == nil ? besides : nil].compactMap { $0.map { Self.prepared($0, at: all.count) } }
  }

  /// What tells the groups of a list apart.
  private static func source(named name: String, besides resource: Resource) -> [KeyBytes] {
    [KeyBytes(text: resource.namespace), KeyBytes(text: name)]
  }

  /// Without what is only for those who hand it on.
  private static func prepared(_ resource: Resource, at place: Int) -> Resource {
    var resource = resource
    FunctionHistory.take(from: &resource)
    BuildAnnotations.take(from: &resource)
    if var annotations = resource.annotations {
      annotations.pairs.removeAll { passing.contains($0.key.text) }
      resource.setMetadata("annotations", to: annotations.isEmpty ? nil : .mapping(annotations))
    }
    // What is made of it has the same.
    resource.origin = Origin(path: String(place))
    return resource
  }

  private static func isLocal(_ resource: Resource) -> Bool {
    resource.annotations?[localAnnotation]?.text.map { $0 != "false" } ?? false
  }

  func name(_ place: Int) -> String { Resource(object: items[place]).name }

  /// Whether an object is none of the items.
  func isMade(_ resource: Resource) -> Bool { resource.origin != nil || resource.comesFirst }

  /// The place of what an object was made of; behind all items where that is no item.
  func place(of made: Resource) -> Int {
    if let origin = made.origin, let place = Int(origin.path) { return place }
    // A Topology makes what is for all groups.
    return places.first { Resource(object: items[$0]).gvk.kind == "Topology" } ?? items.count
  }
}

extension Resource {
  mutating func annotate(_ pairs: [(key: String, value: String)]) {
    guard !pairs.isEmpty else { return }
    var annotations = annotations ?? Mapping(at: position)
    for (key, value) in pairs { annotations[key] = .string(value) }
    setMetadata("annotations", to: .mapping(annotations))
  }
}
