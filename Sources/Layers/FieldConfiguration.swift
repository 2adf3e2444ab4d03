package import Resources

/// A kind that other objects refer to by name, and the fields where they do.
package struct NameReference: Sendable {
  package var target: KindFilter
  package var fields: [FieldSpec]
}

/// Where each transformer writes: kustomize's defaults, which a layer can add to.
package struct FieldConfiguration: Sendable {
  package var labels: [FieldSpec]
  package var templateLabels: [FieldSpec]
  package var claimLabels: [FieldSpec]
  package var annotations: [FieldSpec]
  package var namespace: [FieldSpec]
  package var names: [FieldSpec]
  package var images: [FieldSpec]
  package var replicas: [FieldSpec]
  package var nameReferences: [NameReference]

  /// What kustomize v5.8 starts from.
  package static let standard = FieldConfiguration(
    labels: fieldSpecs(FieldTables.labels),
    templateLabels: fieldSpecs(FieldTables.templateLabels),
    claimLabels: fieldSpecs(FieldTables.claimLabels),
    annotations: fieldSpecs(FieldTables.annotations),
    namespace: fieldSpecs(FieldTables.namespace),
    names: [FieldSpec("metadata/name")],
    images: fieldSpecs(FieldTables.images),
    replicas: fieldSpecs(FieldTables.replicas),
    nameReferences: references(FieldTables.nameReferences))

  private static func lines(_ table: StaticString) -> [Substring] {
    table.description.split(separator: "\n")
  }

  private static func fieldSpecs(_ table: StaticString) -> [FieldSpec] {
    lines(table).map(fieldSpec)
  }

  private static func fieldSpec(_ line: Substring) -> FieldSpec {
    let words = line.split(separator: " ")
    return FieldSpec(String(words[1]), in: filter(words[0]), creates: words.count > 2)
  }

  /// `group/version/Kind`, where the group itself may contain a `/`.
  private static func filter(_ text: Substring) -> KindFilter {
    let parts = text.split(separator: "/").map { $0 == "*" ? "" : String($0) }
    return KindFilter(
      group: parts.dropLast(2).joined(separator: "/"), version: parts[parts.count - 2],
      kind: parts[parts.count - 1])
  }

  private static func references(_ table: StaticString) -> [NameReference] {
    var references: [NameReference] = []
    for line in lines(table) {
      if line.hasPrefix(" ") {
        references[references.count - 1].fields.append(fieldSpec(line.drop { $0 == " " }))
      } else {
        references.append(NameReference(target: filter(line), fields: []))
      }
    }
    return references
  }
}
