package import Diagnostics
package import YAML

// MARK: - Custom resources

extension MergeSchema {
  /// Of the kinds that an OpenAPI document defines, as `openapi.path` names one in a kustomization file.
  ///
  /// As in kustomize, it stands in place of what is known of Kubernetes' own kinds, or is added to it.
  ///
  /// - Parameter base: what it is added to, and what its references may lead into.
  /// - Returns: `nil` when the document has neither definitions nor paths, which is reported.
  package init?(openAPI document: Node, addingTo base: MergeSchema? = nil, report: Report) {
    let given = document["definitions"]?.mapping
    guard let definitions = given ?? (document["paths"] == nil ? nil : Mapping()) else {
      report.error(
        "openapi-without-definitions", "an OpenAPI schema needs a mapping \"definitions\"",
        at: document.position, hint: "\"kubectl get --raw /openapi/v2\" shows the one of a cluster")
      return nil
    }
    var reader = OpenAPIReader(definitions, base)
    reader.readDefinitions()
    self.init(types: reader.types, roots: reader.roots, otherKinds: base?.otherKinds)
  }
}

/// Turns the definitions of an OpenAPI document into types: one for each definition, and one for each object
/// that is described in place.
private struct OpenAPIReader {
  private let definitions: Mapping
  private let base: MergeSchema?
  /// The first definition's.
  private let start: Int
  private let ids: [KeyBytes: MergeSchema.TypeID]
  private(set) var types: [MergeSchema.ObjectType]
  private(set) var roots: [GroupVersionKind: MergeSchema.TypeID]

  init(_ definitions: Mapping, _ base: MergeSchema?) {
    self.definitions = definitions
    self.base = base
    let known = base?.types ?? []
    start = known.count
    types = known + definitions.pairs.map { _ in MergeSchema.ObjectType() }
    roots = base?.roots ?? [:]
    let named = definitions.pairs.enumerated().map {
      (KeyBytes(text: $1.key.text), MergeSchema.TypeID(index: known.count + $0))
    }
    ids = Dictionary(named) { first, _ in first }
  }

  mutating func readDefinitions() {
    for (index, pair) in definitions.pairs.enumerated() {
      types[start + index] = objectType(pair.value)
      for gvk in pair.value["x-kubernetes-group-version-kind"]?.items ?? [] {
        guard let version = gvk["version"]?.text, let kind = gvk["kind"]?.text else { continue }
        let group = gvk["group"]?.text ?? ""
        roots[GroupVersionKind(group: group, version: version, kind: kind)] = .init(index: start + index)
      }
    }
  }

  private mutating func objectType(_ schema: Node) -> MergeSchema.ObjectType {
    var type = MergeSchema.ObjectType()
    for pair in schema["properties"]?.mapping?.pairs ?? [] {
      if let field = field(pair.value) { type.fields.append((pair.key.text, field)) }
    }
    type.otherFields = schema["additionalProperties"].flatMap { field($0) }
    return type
  }

  private mutating func field(_ schema: Node) -> MergeSchema.Field? {
    if let definition = reference(schema) { return .object(definition) }
    guard let items = schema["items"] else { return typeID(schema).map(MergeSchema.Field.object) }
    let strategies = schema["x-kubernetes-patch-strategy"]?.text?.split(separator: ",") ?? []
    guard strategies.contains("merge") else { return nil }
    let keys = schema["x-kubernetes-list-map-keys"] ?? .sequence([])
    let mergeKey = schema["x-kubernetes-patch-merge-key"]?.text
    return .list(
      keys: keys.items?.compactMap(\.text).nonEmpty ?? mergeKey.map { [$0] } ?? [], entry: typeID(items))
  }

  /// The type of what a schema describes, when that is a mapping.
  private mutating func typeID(_ schema: Node) -> MergeSchema.TypeID? {
    if let definition = reference(schema) { return definition }
    guard schema["properties"] != nil || schema["additionalProperties"]?.mapping != nil else { return nil }
    let type = objectType(schema)
    types.append(type)
    return MergeSchema.TypeID(index: types.count - 1)
  }

  private func reference(_ schema: Node) -> MergeSchema.TypeID? {
    guard let name = schema["$ref"]?.text?.utf8.split(separator: UInt8(ascii: "/")).last else { return nil }
    let definition = String(Substring(name))
    return ids[definition] ?? base?.type(ofDefinition: definition)
  }
}

extension [String] {
  fileprivate var nonEmpty: [String]? { isEmpty ? nil : self }
}
