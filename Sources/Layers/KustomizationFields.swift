internal import Diagnostics
internal import Programs
package import Transforms
package import YAML

/// The fields that concern the layer as a whole, and all of them; the others are declared by what reads them.
extension Kustomization {
  static let apiVersionField = KustomizationField(
    "apiVersion", .string.described(as: .choice([apiVersion, componentVersion])),
    "\(apiVersion), or \(componentVersion) for a Component")
  static let kindField = KustomizationField(
    "kind", .string.described(as: .choice(["Kustomization", "Component"])), "Kustomization or Component")
  static let metadataField = KustomizationField(
    "metadata", .mapping, "Name, labels and annotations of this file; they have no effect")
  static let resources = KustomizationField(
    "resources", .list(of: .locatedScalar), "Files and directories to build from, in order")
  static let bases = KustomizationField(
    "bases", .list(of: .locatedScalar), "Deprecated: directories to build from; write them under resources")
  static let components = KustomizationField(
    "components", .list(of: .locatedScalar), "Directories of kind Component to apply to what is there so far")
  static let transformers = KustomizationField(
    "transformers", .list(of: .inlineOrPath), "Configurations of transformers: files, directories or inline")
  static let generatorsField = KustomizationField(
    "generators", .list(of: .inlineOrPath), "Configurations of generators: files, directories or inline")
  static let sortOptions = KustomizationField(
    "sortOptions", .object(SortOrder.schema), "The order of the output: fifo or legacy")

  static let validators = KustomizationField(
    "validators", .list(of: .inlineOrPath),
    "Configurations of transformers that check the objects and change nothing")

  private static let own: [FieldDescription] = [
    apiVersionField.description, kindField.description, metadataField.description,
    resources.description, bases.description, components.description, generatorsField.description,
    transformers.description,
    validators.description, sortOptions.description, BuildMetadata.field.description,
    ConfigurationFile.field.description, CustomDefinitions.field.description, OpenAPI.field.description,
    Variable.field.description,
  ]

  /// Fields that kustomize warns of, too, and what to write instead.
  static let deprecated = [
    (bases.name, "move its entries to the end of resources"),
    ("commonLabels", "write labels: [{pairs: {…}, includeSelectors: true}]"),
    ("imageTags", "move its entries to images"),
    (
      HelmChart.inflationField.name,
      "move its entries to helmCharts, and chartHome and helmHome to helmGlobals"
    ),
    ("vars", "copy the values with replacements"),
    ("patchesJson6902", "move its entries to patches"),
    (
      "patchesStrategicMerge", "move its entries to patches, each as \"- path: …\" or \"- patch: …\""
    ),
  ]

  /// What kustomize reads besides, and what can be done instead.
  static let unsupported: [String: String] = [
    "inventory": "leave it out: it has no effect in kustomize either"
  ]

  /// Every field that a kustomization file can have, for unknown-field hints and reference docs.
  package static let fields: [FieldDescription] =
    own + generators.flatMap { $0.fields } + transformOrder.flatMap { $0.fields }

  package static let type = ShapeType.object(ObjectShape("Kustomization") { fields })
}
