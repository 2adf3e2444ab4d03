internal import Diagnostics
package import YAML

/// One field of a kustomization file: declared beside what reads it.
package struct KustomizationField<Value>: Sendable {
  package let name: String
  package let summary: String
  /// Made when the field is there: schemas of fields that a file does not have cost nothing.
  private let shape: @Sendable () -> Shape<Value>

  init(_ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape<Value>, _ summary: String) {
    self.name = name
    self.shape = shape
    self.summary = summary
  }

  package var description: FieldDescription {
    FieldDescription(name: name, summary: summary, type: shape().type, isRequired: false)
  }

  /// The field's value in a file; `nil` when it is absent, null or wrong, which is reported.
  func read(_ kustomization: Kustomization, _ report: Report) -> Value? {
    guard let node = kustomization.root[name], !node.isNull else { return nil }
    return shape().read(
      node, Reader(report: report, path: name, wantsStrings: true, takesWordsForBooleans: true))
  }
}

/// A kustomization file: its root mapping, from which each generator and transformer reads its own fields.
package struct Kustomization: Sendable {
  package static let fileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"]
  package static let apiVersion = "kustomize.config.k8s.io/v1beta1"
  package static let componentVersion = "kustomize.config.k8s.io/v1alpha1"

  package let root: Mapping
  /// As messages show it.
  package let path: String

  package var isComponent: Bool { root["kind"]?.string == "Component" }

  /// The position of a field's key, for messages about the field as a whole.
  func position(of field: String) -> Position { root.key(field)?.position ?? root.position }

  // The fields that concern the layer as a whole; the others are declared by what reads them.
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
    (Labels.commonField.name, "write labels: [{pairs: {…}, includeSelectors: true}]"),
    ("imageTags", "move its entries to images"),
    (HelmInflation.field.name, "move its entries to helmCharts, and chartHome and helmHome to helmGlobals"),
    ("vars", "copy the values with replacements"),
    (PatchesJSON6902.field.name, "move its entries to patches"),
    (
      PatchesStrategicMerge.field.name, "move its entries to patches, each as \"- path: …\" or \"- patch: …\""
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

extension Shape where Value == Located<String> {
  /// A path or word with its position; numbers and booleans are taken as they are written.
  static var locatedScalar: Shape { .located(.scalarText) }
}

extension Shape where Value == Scalar {
  /// A path, or a document written into the file: told apart by whether it holds a mapping.
  static var inlineOrPath: Shape {
    Shape(.string) { node, reader in
      if case .scalar(let scalar) = node, scalar.kind != .null { return scalar }
      reader.mismatch(
        node, expected: "a path or a document in a block scalar",
        hint: "write \"|-\" before it, on the line above")
      return nil
    }
  }
}
