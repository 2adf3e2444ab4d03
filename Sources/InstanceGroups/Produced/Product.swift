import Diagnostics
import Resources
import YAML

/// A generated object, and which part of the group it belongs to.
struct Product {
  var resource: Resource
  var zone: String?
  var ordinal: Int?

  init(resource: Resource, zone: String?, ordinal: Int?) {
    self.resource = resource
    self.zone = zone
    self.ordinal = ordinal
  }

  init(_ object: Node, _ plan: GroupPlan, zone: String? = nil) {
    resource = Resource(object: object)
    resource.inherit(from: plan.input.resource)
    self.zone = zone
  }

  /// - Parameter name: the object's name under a name of the group, so that references by an earlier one
  /// follow.
  init(_ object: Node, _ plan: GroupPlan, zone: String? = nil, named name: (GroupNames) -> String) {
    self.init(object, plan, zone: zone)
    resource.earlier = plan.earlierNames.map {
      ResourceID(gvk: resource.gvk, name: name($0), namespace: $0.namespace)
    }
  }
}

extension Resource {
  /// Takes over what layers did to the name of what this object was made from.
  mutating func inherit(from origin: Resource) {
    prefixes = origin.prefixes
    suffixes = origin.suffixes
    if !origin.awaitedVariables.isEmpty { awaitedVariables = origin.awaitedVariables }
    if origin.trace != 0 { trace = origin.trace }
  }
}

extension GroupPlan {
  /// The group's labels but those that say which instances an object belongs to.
  private func ownLabels(_ placeholders: Placeholders) -> Mapping {
    let labels = placeholders.replace(in: group.metadata.labels, under: "labels")
    guard !labels.isEmpty else { return labels }
    let reserved = self.labels.reserved
    guard labels.pairs.contains(where: { reserved.contains($0.key.text) }) else { return labels }
    return Mapping(labels.pairs.filter { !reserved.contains($0.key.text) })
  }

  private func ownAnnotations(_ placeholders: Placeholders) -> Mapping {
    placeholders.replace(in: group.metadata.annotations, under: "annotations")
  }

  /// Gives an object of the user's own what all objects of the group have.
  func adopt(_ object: inout Node, labels: Mapping, _ placeholders: Placeholders) {
    let resource = Resource(object: object)
    _ = object.changeMapping { object in
      object.change("metadata") { metadata in
        if !resource.isClusterScoped, resource.namespace.isEmpty, !names.namespace.isEmpty {
          metadata["namespace"] = .string(names.namespace)
        }
        let own = metadata["labels"]?.mapping ?? Mapping()
        metadata["labels"] = .mapping(ownLabels(placeholders).merging(own).merging(labels))
        let annotations = ownAnnotations(placeholders).merging(metadata["annotations"]?.mapping ?? Mapping())
        if !annotations.isEmpty { metadata["annotations"] = .mapping(annotations) }
      }
    }
    object.place(at: position)
  }

  /// An object of the group: its metadata, and other fields; everything without a place in the source gets
  /// the group's.
  func object(
    _ apiVersion: String, _ kind: String, name: String, labels: Mapping, annotations: Mapping = Mapping(),
    _ fields: KeyValuePairs<String, Node?>, _ placeholders: Placeholders
  ) -> Node {
    let labels = ownLabels(placeholders).merging(labels)
    let annotations = ownAnnotations(placeholders).merging(annotations)
    var object = Node.mapping([
      "apiVersion": .string(apiVersion), "kind": .string(kind),
      "metadata": .mapping([
        "name": .string(name), "namespace": names.namespace.isEmpty ? nil : .string(names.namespace),
        "labels": labels.isEmpty ? nil : .mapping(labels),
        "annotations": annotations.isEmpty ? nil : .mapping(annotations),
      ]),
    ])
    _ = object.changeMapping { mapping in
      for (key, value) in fields where value != nil {
        mapping.pairs.append(.init(key: Scalar(key), value: value ?? .null))
      }
    }
    object.place(at: position)
    return object
  }
}

extension Node {
  /// Gives a position to everything that has none; a tree that the user wrote has them, and is not copied.
  mutating func place(at position: Position) {
    guard !isPlaced else { return }
    switch self {
    case .scalar(var scalar):
      scalar.position = position
      self = .scalar(scalar)
    case .sequence:
      _ = changeSequence { sequence in
        if !sequence.position.isKnown { sequence.position = position }
        for index in sequence.items.indices { sequence.items[index].place(at: position) }
      }
    case .mapping:
      _ = changeMapping { mapping in
        if !mapping.position.isKnown { mapping.position = position }
        for index in mapping.pairs.indices {
          if !mapping.pairs[index].key.position.isKnown { mapping.pairs[index].key.position = position }
          mapping.pairs[index].value.place(at: position)
        }
      }
    }
  }

  private var isPlaced: Bool {
    switch self {
    case .scalar(let scalar): scalar.position.isKnown
    case .sequence(let sequence):
      sequence.position.isKnown && sequence.items.allSatisfy(\.isPlaced)
    case .mapping(let mapping):
      mapping.position.isKnown
        && mapping.pairs.allSatisfy { $0.key.position.isKnown && $0.value.isPlaced }
    }
  }
}
