internal import Resources
internal import YAML

/// Types of custom resources, as their definitions describe them: structural OpenAPI v3
/// (`apiextensions.k8s.io/v1`), of which rules in CEL are passed over.
struct CustomTypes {
  private let types: KubernetesTypes

  init(_ types: KubernetesTypes) {
    self.types = types
  }

  /// Every version of the kind that an object defines, by `group/version/Kind`; none for other objects.
  func types(of definition: Resource) -> [(name: String, type: ObjectType)] {
    let spec = definition.object["spec"]
    guard definition.gvk.kind == "CustomResourceDefinition", definition.gvk.group == "apiextensions.k8s.io",
      let group = spec?["group"]?.text, let kind = spec?.at("names", "kind")?.text
    else { return [] }
    return (spec?.items(of: "versions") ?? []).compactMap { version in
      guard let name = version["name"]?.text, let schema = version.at("schema", "openAPIV3Schema") else {
        return nil
      }
      let path = "\(group)/\(name)/\(kind)"
      return (path, root(schema, named: path))
    }
  }

  private func root(_ schema: Node, named name: String) -> ObjectType {
    let own = object(schema, named: name)
    // Every object has these, whatever its schema says of them.
    let metadata = types.type("ObjectMeta").map(ObjectType.Shape.object) ?? .anything
    let given = [("apiVersion", .text), ("kind", .text), ("metadata", metadata)].map { name, shape in
      ObjectType.Field(name: name, isRequired: false, served: .always, shape: shape, limit: nil)
    }
    let others = own.fields.filter { field in !given.contains { sameBytes($0.name, field.name) } }
    return ObjectType(name, given + others, isOpen: own.isOpen)
  }

  private func object(_ schema: Node, named name: String) -> ObjectType {
    let required = Set(texts: schema.items(of: "required").compactMap(\.text))
    let fields = (schema["properties"]?.mapping?.pairs ?? []).map { pair in
      ObjectType.Field(
        name: pair.key.text, isRequired: required.contains(pair.key.text), served: .always,
        shape: shape(pair.value, named: pair.key.text), limit: limit(pair.value))
    }
    return ObjectType(
      name, fields, isOpen: schema.isTrue("x-kubernetes-preserve-unknown-fields") || fields.isEmpty)
  }

  private func shape(_ schema: Node, named name: String) -> ObjectType.Shape {
    if schema.isTrue("x-kubernetes-int-or-string") { return .integerOrText }
    switch schema["type"]?.text {
    case "object":
      if schema["properties"] != nil { return .object(object(schema, named: name)) }
      let entry = schema["additionalProperties"]
      return .map(entry?.mapping == nil ? .anything : entry.map { shape($0, named: name) } ?? .anything)
    case "array": return .list(schema["items"].map { shape($0, named: name) } ?? .anything)
    case "string":
      return switch schema["format"]?.text {
      case "date-time": .time
      case "byte": .base64
      default: .text
      }
    case "integer": return .integer
    case "number": return .number
    case "boolean": return .boolean
    default: return .anything
    }
  }

  /// What the walk hands on to the entries of lists.
  private func limit(_ schema: Node) -> FieldLimit? {
    if let items = schema["items"] { return limit(items) }
    switch schema["type"]?.text {
    case "string":
      let words = schema.items(of: "enum").compactMap(\.string)
      return words.isEmpty ? nil : .word(words)
    case "integer":
      let bits = schema["format"]?.text == "int32" ? Int(Int32.min)...Int(Int32.max) : Int.min...Int.max
      let least = schema["minimum"]?.scalar?.integer ?? bits.lowerBound
      let most = schema["maximum"]?.scalar?.integer ?? bits.upperBound
      return least <= most ? .range(least...most) : nil
    default: return nil
    }
  }
}
