package import Resources

/// A kind that other objects refer to by name, and the fields where they do.
package struct NameReference: Sendable {
  package var target: KindFilter
  package var fields: [FieldSpec]
}

/// Where each transformer writes: kustomize's defaults, which a layer can add to.
package struct FieldConfiguration: Sendable {
  package var labels: [FieldSpec]
  /// Where `labels` go beside `metadata.labels`, whatever they include.
  package var plainLabels: [FieldSpec] = []
  package var templateLabels: [FieldSpec]
  package var claimLabels: [FieldSpec]
  package var annotations: [FieldSpec]
  package var namespace: [FieldSpec]
  package var prefixes: [FieldSpec]
  package var suffixes: [FieldSpec]
  package var images: [FieldSpec]
  package var replicas: [FieldSpec]
  package var nameReferences: [NameReference]
  /// Where `$(NAME)` is read.
  package var variables: [FieldSpec] = []

  /// What kustomize v5.8 starts from.
  package static let standard = FieldConfiguration(
    labels: fieldSpecs(FieldTables.labels),
    templateLabels: fieldSpecs(FieldTables.templateLabels),
    claimLabels: fieldSpecs(FieldTables.claimLabels),
    annotations: fieldSpecs(FieldTables.annotations),
    namespace: fieldSpecs(FieldTables.namespace),
    prefixes: [FieldSpec("metadata/name")],
    suffixes: [FieldSpec("metadata/name")],
    images: fieldSpecs(FieldTables.images),
    replicas: fieldSpecs(FieldTables.replicas),
    nameReferences: references(FieldTables.nameReferences))

  /// With what only `vars` need, too.
  package static let complete: FieldConfiguration = {
    var all = standard
    all.variables = fieldSpecs(FieldTables.variables)
    return all
  }()

  // The tables are read on every start, so this works on bytes.

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private static func lines(_ table: StaticString) -> [Bytes] {
    UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount).split(
      separator: UInt8(ascii: "\n"))
  }

  private static func fieldSpecs(_ table: StaticString) -> [FieldSpec] {
    lines(table).map(fieldSpec)
  }

  private static func fieldSpec(_ line: Bytes) -> FieldSpec {
    let words = line.split(separator: UInt8(ascii: " "))
    return FieldSpec(path: FieldPath(words[1]), in: filter(words[0]), creates: words.count > 2)
  }

  /// `group/version/Kind`, where the group itself may contain a `/`, and `*` is any.
  private static func filter(_ text: Bytes) -> KindFilter {
    let slash = UInt8(ascii: "/")
    func part(_ bytes: Bytes) -> String {
      bytes.elementsEqual("*".utf8) ? "" : String(decoding: bytes, as: UTF8.self)
    }
    let kindStart = text.lastIndex(of: slash).map { $0 + 1 } ?? text.startIndex
    let versionStart = text[..<(kindStart - 1)].lastIndex(of: slash).map { $0 + 1 } ?? text.startIndex
    return KindFilter(
      group: part(text[..<(versionStart - 1)]), version: part(text[versionStart..<(kindStart - 1)]),
      kind: part(text[kindStart...]))
  }

  private static func references(_ table: StaticString) -> [NameReference] {
    var references: [NameReference] = []
    for line in lines(table) {
      if line.first == UInt8(ascii: " ") {
        references[references.count - 1].fields.append(fieldSpec(line))
      } else {
        references.append(NameReference(target: filter(line), fields: []))
      }
    }
    return references
  }
}
