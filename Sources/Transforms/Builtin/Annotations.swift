internal import Resources
internal import YAML

/// `commonAnnotations`: sets annotations on every object and its pods.
struct Annotations: Transform {
  var pairs = Mapping()
  var specs: [FieldSpec] = []

  static let field = KustomizationField(
    "commonAnnotations", .stringPairs, "Annotations for every object and its pods")
  static let fields = [field.description]
  static let configurationKind = "AnnotationsTransformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    field.read(kustomization, context.report)
      .map { [Annotations(pairs: $0, specs: context.fields.annotations)] } ?? []
  }

  static let schema = Schema<Annotations>.configuration(configurationKind, initial: Annotations()) {
    Field("annotations", .stringPairs, \.pairs, "the annotations")
    Field("fieldSpecs", .list(of: .fieldSpec), \.specs, "where they go")
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    schema.decodeConfiguration(configuration, context.report).map { [$0] } ?? []
  }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    set.setPairs(pairs, at: specs, context)
  }
}
