internal import Diagnostics
internal import Resources
package import YAML

/// A file of `configurations`: more fields for transformers to write, and for names and vars to be followed in.
package struct ConfigurationFile: Sendable {
  private var lists: [FieldList: [Located<FieldSpec>]] = [:]
  private var references: [Reference] = []

  package static let field = KustomizationField(
    "configurations", .list(of: .inlineOrPath), "Files that say which fields transformers write to")

  /// A kind, and the fields that hold names of its objects.
  private struct Reference: Sendable {
    var group = ""
    var version = ""
    var kind = ""
    var fields: [Located<FieldSpec>] = []

    static let schema = Schema<Reference>("nameReference entry", initial: Reference()) {
      Field("group", .string, \.group, "the API group of the kind that is referred to")
      Field("version", .string, \.version, "its API version")
      Field("kind", .string, \.kind, "the kind that is referred to; any, where there is none")
      Field("fieldSpecs", .list(of: .locatedFieldSpec), \.fields, "the fields that hold its name")
    }
  }

  private static let schema = Schema<ConfigurationFile>(
    "transformer configuration", initial: ConfigurationFile()
  ) {
    for list in FieldList.allCases {
      Field(list.rawValue, .list(of: .locatedFieldSpec), \.[list], "where \(list.rawValue) goes")
    }
    Field("nameReference", .list(of: .object(Reference.schema)), \.references, "where names are referred to")
  }

  private subscript(list: FieldList) -> [Located<FieldSpec>] {
    get { lists[list] ?? [] }
    set { lists[list] = newValue }
  }

  /// What the files that a kustomization names add.
  package static func additions(
    _ kustomization: Kustomization, _ context: TransformContext
  ) -> [FieldAddition] {
    (field.read(kustomization, context.report) ?? []).flatMap { entry -> [FieldAddition] in
      guard !context.files.growth.isFull else { return [] }
      let documents =
        entry.text.utf8.contains(UInt8(ascii: "\n"))
        ? context.documents(inline: entry) : context.documents(Located(entry.text, entry.position))
      return (documents ?? []).filter { !$0.isNull }.flatMap { document -> [FieldAddition] in
        // A file may be named many times.
        let holds = context.files.growth.holds(
          Node.ownWeight, times: document.extent.nodes, of: "this file", at: entry.position, context.report)
        guard holds else { return [] }
        let reader = Reader(report: context.report, takesWordsForBooleans: true)
        return schema.decode(document, reader)?.additions ?? []
      }
    }
  }

  private var additions: [FieldAddition] {
    var additions = FieldList.allCases.flatMap { list in
      self[list].map { FieldAddition(destination: .list(list), spec: $0.value, position: $0.position) }
    }
    for reference in references {
      let target = KindFilter(group: reference.group, version: reference.version, kind: reference.kind)
      additions += reference.fields.map {
        FieldAddition(destination: .references(to: target), spec: $0.value, position: $0.position)
      }
    }
    return additions
  }
}

extension Shape where Value == Located<FieldSpec> {
  fileprivate static var locatedFieldSpec: Shape { .located(.fieldSpec(isLenient: false)) }
}
