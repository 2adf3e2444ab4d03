internal import Diagnostics
internal import Resources
internal import YAML

/// `labels` and `commonLabels`: sets labels, where asked also in selectors and pod templates.
struct Labels: Transform {
  var pairs = Mapping()
  var specs: [FieldSpec] = []

  static let commonField = KustomizationField(
    "commonLabels", .stringPairs, "Labels for every object, its selectors and its pods")
  static let field = KustomizationField(
    "labels", .list(of: .object(Entry.schema)),
    "Labels for every object, on request also for selectors and pods")
  static let fields = [field.description, commonField.description]
  static let configurationKind = "LabelTransformer"

  /// One entry of `labels`.
  struct Entry: Sendable {
    var pairs = Mapping()
    var includeSelectors = false
    var includeTemplates = false
    var includeVolumeClaimTemplates = false
    var fields: [FieldSpec] = []

    static let schema = Schema<Entry>("labels entry", initial: Entry()) {
      Field("pairs", .stringPairs, \.pairs, "the labels")
      Field("includeSelectors", .boolean, \.includeSelectors, "whether selectors and pods get them too")
      Field("includeTemplates", .boolean, \.includeTemplates, "whether pods get them too")
      Field(
        "includeVolumeClaimTemplates", .boolean, \.includeVolumeClaimTemplates,
        "whether volume claim templates get them too; they can't be changed once applied")
      Field("fields", .list(of: .fieldSpec), \.fields, "more fields that get them")
    }
  }

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    var transforms: [Labels] = []
    for entry in field.read(kustomization, context.report) ?? [] {
      var specs = entry.fields
      if entry.includeSelectors {
        specs.merge(context.fields.labels)
      } else {
        if entry.includeTemplates { specs.merge(context.fields.templateLabels) }
        // kustomize v5.8 takes claims for templates, too.
        if entry.includeVolumeClaimTemplates || entry.includeTemplates && context.isCompatible {
          specs.merge(context.fields.claimLabels)
        }
        specs.merge([FieldSpec("metadata/labels", creates: true)])
      }
      specs.merge(context.fields.plainLabels)
      let holds = context.files.growth.holds(
        Node.ownWeight, times: specs.count, of: "this entry", at: entry.pairs.position, context.report)
      guard holds else { break }
      transforms.append(Labels(pairs: entry.pairs, specs: specs))
    }
    if let pairs = commonField.read(kustomization, context.report) {
      transforms.append(Labels(pairs: pairs, specs: context.fields.labels))
    } else if !transforms.isEmpty {
      // kustomize sets common labels even when there are none, which transformer annotations tell.
      transforms.append(Labels())
    }
    return transforms
  }

  static let schema = Schema<Labels>.configuration(configurationKind, initial: Labels()) {
    Field("labels", .stringPairs, \.pairs, "the labels")
    Field("fieldSpecs", .list(of: .fieldSpec), \.specs, "where they go")
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    schema.decodeConfiguration(configuration, context.report).map { [$0] } ?? []
  }

  var place: Position? { pairs.position.isKnown ? pairs.position : nil }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    set.setPairs(pairs, at: specs, context)
  }
}
