import Diagnostics
import YAML

/// A PodTemplateSpec, as far as the expansion reads it; the rest is Kubernetes' business.
enum PodTemplateShape {
  static let shape = Shape<Node>(.named("PodTemplateSpec", .object(template))) { node, reader in
    guard let template = Shape<Mapping>.mapping.read(node, reader) else { return nil }
    if let metadata = template["metadata"], !metadata.isNull {
      checkMetadata(metadata, reader.field("metadata"))
    }
    guard let spec = template["spec"], !spec.isNull else {
      reader.report.error(
        "missing-field", "the template needs the field \"\(reader.field("spec").path)\"", at: node.position,
        hint: "write the PodSpec with its containers there")
      return node
    }
    checkContainers(spec, reader.field("spec"))
    return node
  }

  private static func checkMetadata(_ metadata: Node, _ reader: Reader) {
    guard let metadata = Shape<Mapping>.mapping.read(metadata, reader) else { return }
    for key in ["labels", "annotations"] {
      guard let strings = metadata[key], !strings.isNull else { continue }
      _ = Shape<Mapping>.strings.read(strings, reader.field(key))
    }
  }

  private static func checkContainers(_ spec: Node, _ reader: Reader) {
    guard let spec = Shape<Mapping>.mapping.read(spec, reader) else { return }
    guard let containers = spec["containers"], !(containers.items?.isEmpty ?? containers.isNull) else {
      reader.report.error(
        "missing-field", "the template needs a container in \"\(reader.field("containers").path)\"",
        at: spec.position, hint: "a pod without containers can't run")
      return
    }
    for key in ["containers", "initContainers"] {
      guard let list = spec[key], !list.isNull else { continue }
      let reader = reader.field(key)
      _ = Shape<[Mapping]>.list(of: .mapping).read(list, reader)
      for (index, container) in (list.items ?? []).enumerated() {
        guard let variables = container["env"], !variables.isNull else { continue }
        _ = Shape<Node>.sequenceNode.read(variables, reader.item(index).field("env"))
      }
    }
    if let affinity = spec["affinity"], !affinity.isNull {
      _ = Shape<Mapping>.mapping(ofMappings: affinities).read(affinity, reader.field("affinity"))
    }
  }

  private static let affinities = ["nodeAffinity", "podAffinity", "podAntiAffinity"]

  // MARK: What of it is described

  private static let template = ObjectShape("template", isOpen: true) {
    [
      FieldDescription(
        name: "metadata", summary: "Labels and annotations of the pods.", type: .object(metadata)),
      FieldDescription(name: "spec", summary: "The PodSpec.", type: .object(spec), isRequired: true),
    ]
  }

  private static let metadata = ObjectShape("metadata", isOpen: true) {
    ["labels", "annotations"].map { name in
      FieldDescription(name: name, summary: "The \(name) of the pods.", type: .map(.string))
    }
  }

  private static let spec = ObjectShape("PodSpec", isOpen: true) {
    let container = ObjectShape("container", isOpen: true) {
      [FieldDescription(name: "env", summary: "Its variables.", type: .list(.any, counts: 0...Int.max))]
    }
    let affinity = ObjectShape("affinity", isOpen: true) {
      affinities.map {
        FieldDescription(name: $0, summary: "Added to what the group's placement asks for.", type: .map(.any))
      }
    }
    return [
      FieldDescription(
        name: "containers", summary: "The containers of a pod.",
        type: .list(.object(container), counts: 1...Int.max), isRequired: true),
      FieldDescription(
        name: "initContainers", summary: "What runs before them.",
        type: .list(.object(container), counts: 0...Int.max)),
      FieldDescription(name: "affinity", summary: "Where the pods should run.", type: .object(affinity)),
    ]
  }
}

extension Shape where Value == Mapping {
  /// A mapping, in which these fields are mappings if they are there.
  static func mapping(ofMappings fields: [String]) -> Shape {
    Shape(.map(.any)) { node, reader in
      guard let mapping = Shape.mapping.read(node, reader) else { return nil }
      for field in fields {
        if let inner = mapping[field], !inner.isNull { _ = Shape.mapping.read(inner, reader.field(field)) }
      }
      return mapping
    }
  }
}
