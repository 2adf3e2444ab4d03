package import Diagnostics
internal import Resources
internal import YAML

/// `crds`: OpenAPI definitions of custom resources, whose extensions say which fields are names, labels or annotations.
///
/// A file maps the names of types, such as `example.com/v1.Bee`, to `{Schema: {properties: …}}`.
package struct CustomDefinitions {
  private let types: Mapping
  private let propertiesByType: [KeyBytes: Mapping]
  private var additions: [FieldAddition] = []
  /// How many more properties are read: types that refer to others, twice each, are few and very many ways through them.
  private var left = CustomDefinitions.most

  private static let most = 100_000

  package static let field = KustomizationField(
    "crds", .list(of: .locatedScalar), "Files with OpenAPI definitions of custom resources")

  private enum Extension {
    static let annotation = "x-kubernetes-annotation"
    static let labelSelector = "x-kubernetes-label-selector"
    static let identity = "x-kubernetes-identity"
    static let referredVersion = "x-kubernetes-object-ref-api-version"
    static let referredKind = "x-kubernetes-object-ref-kind"
    static let nameKey = "x-kubernetes-object-ref-name-key"
  }

  /// What the files that a kustomization names add.
  package static func additions(
    _ kustomization: Kustomization, _ context: TransformContext
  ) -> [FieldAddition] {
    (field.read(kustomization, context.report) ?? []).flatMap { name -> [FieldAddition] in
      (context.documents(name) ?? []).filter { !$0.isNull }.flatMap { document -> [FieldAddition] in
        guard !context.files.growth.isFull, let types = types(in: document, context.report) else { return [] }
        var definitions = CustomDefinitions(types: types)
        definitions.readKinds(named: name, context.report)
        // A file may be named many times.
        let read = types.pairs.count + most - definitions.left
        _ = context.files.growth.holds(
          Node.ownWeight, times: read, of: "this file", at: name.position, context.report)
        if definitions.left < 0 {
          context.report.error(
            "too-many-properties",
            "the types in \"\(name.value)\" have more than \(most) properties, with those below",
            at: name.position, hint: "define only what holds names, labels or annotations")
        }
        return definitions.additions
      }
    }
  }

  private init(types: Mapping) {
    self.types = types
    let known = types.pairs.map { pair in
      let schema = pair.value["Schema"] ?? pair.value["schema"]
      return (KeyBytes(text: pair.key.text), schema?["properties"]?.mapping ?? Mapping())
    }
    propertiesByType = Dictionary(known) { first, _ in first }
  }

  private static func types(in document: Node, _ report: Report) -> Mapping? {
    if document["kind"]?.text == "CustomResourceDefinition" {
      report.error(
        "crd-is-an-object", "\"crds\" takes OpenAPI definitions, not a CustomResourceDefinition",
        at: document.position,
        hint: "name the file under resources; merge keys of its kind go into a schema under openapi")
      return nil
    }
    guard let types = document.mapping else {
      report.error(
        "wrong-type", "OpenAPI definitions must be a mapping, not \(document.kindName)",
        at: document.position, hint: "map names of types to {Schema: {properties: …}}")
      return nil
    }
    for pair in types.pairs where pair.value.mapping == nil && !pair.value.isNull {
      report.error(
        "wrong-type", "the definition \"\(pair.key.text)\" must be a mapping, not \(pair.value.kindName)",
        at: pair.value.position, hint: "write {Schema: {properties: …}}")
    }
    return types
  }

  private mutating func readKinds(named name: Located<String>, _ report: Report) {
    var foundKind = false
    for pair in types.pairs {
      let properties = properties(of: pair.key.text)
      guard ["apiVersion", "kind", "metadata"].allSatisfy({ properties[$0] != nil }) else { continue }
      foundKind = true
      let kind = pair.key.text.split(separator: ".").last.map(String.init) ?? pair.key.text
      read(properties, of: KindFilter(kind: kind), path: [], visited: [pair.key.text])
    }
    guard !foundKind else { return }
    report.warning(
      "definitions-without-kinds", "\"\(name.value)\" defines no kind", at: name.position,
      hint: "the definition of a kind has the properties apiVersion, kind and metadata")
  }

  private func properties(of type: String) -> Mapping { propertiesByType[type] ?? Mapping() }

  // MARK: Properties

  /// - Parameter visited: the types on the way here: a type that contains itself is not followed.
  private mutating func read(
    _ properties: Mapping, of kind: KindFilter, path: [String], visited: [String]
  ) {
    for pair in properties.pairs {
      left -= 1
      guard left >= 0 else { return }
      let path = path + [pair.key.text]
      let property = pair.value
      func add(_ destination: FieldAddition.Destination, _ path: [String]) {
        // A "/" inside of a name is escaped, as a field spec writes it.
        let text = path.map { $0.replacing("/", with: "\\/") }.joined(separator: "/")
        let spec = FieldSpec(text, in: kind)
        additions.append(FieldAddition(destination: destination, spec: spec, position: pair.key.position))
      }
      if property[Extension.annotation]?.string != nil { add(.list(.commonAnnotations), path) }
      if property[Extension.labelSelector]?.string != nil { add(.list(.commonLabels), path) }
      if property[Extension.identity]?.string != nil { add(.list(.namePrefix), path) }
      if let version = property[Extension.referredVersion]?.text,
        let kind = property[Extension.referredKind]?.text
      {
        let gvk = GroupVersionKind(apiVersion: version, kind: kind)
        let target = KindFilter(group: gvk.group, version: gvk.version, kind: kind)
        add(.references(to: target), path + [property[Extension.nameKey]?.text ?? "name"])
      }
      if let type = property["$ref"]?.text, !visited.containsBytes(of: type) {
        read(self.properties(of: type), of: kind, path: path, visited: visited + [type])
      }
    }
  }
}
