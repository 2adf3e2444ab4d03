package import Diagnostics
package import Resources
package import YAML

/// One thing that a layer does to all of its objects.
///
/// A transformer declares the fields of a kustomization file that it reads and the kind of its configuration
/// under `transformers:`; one line in ``transformOrder`` puts it to work.
package protocol Transform: Sendable {
  /// The kustomization fields it reads, for unknown-field hints and reference docs.
  static var fields: [FieldDescription] { get }
  /// The `kind` of its configuration (`apiVersion: builtin`), as kustomize names it.
  static var configurationKind: String { get }
  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Transform]
  static func read(configuration: Node, _ context: LayerContext) -> [any Transform]
  func apply(to set: inout ResourceSet, _ context: LayerContext)
  /// How many of kustomize's transformers it stands for, which transformer annotations tell.
  var stepCount: Int { get }
  /// Where the entry stands that asks for it; `nil` for what a whole field asks for.
  var place: Position? { get }
  /// The same with each entry by itself, for who wants to know which of them changed what.
  var parts: [any Transform] { get }
}

extension Transform {
  package var stepCount: Int { 1 }
  package var place: Position? { nil }
  package var parts: [any Transform] { [self] }
}

/// The order in which a layer's transformers run, kustomize's own (v5.8 `configureBuiltinTransformers`).
package let transformOrder: [any Transform.Type] = [
  // Patches name objects as the layers below left them, and everything after must reach what they add.
  PatchesStrategicMerge.self,
  Patches.self,
  // Names and namespaces change once the patches found their targets.
  NamespaceTransform.self,
  NamePrefix.self,
  NameSuffix.self,
  NamePrefixAndSuffix.self,
  Labels.self,
  Annotations.self,
  // The deprecated JSON patches see the labels and annotations of this layer; `patches` do not.
  PatchesJSON6902.self,
  Replicas.self,
  Images.self,
  // Values are copied once everything else has found its place.
  Replacements.self,
  // Only as a configuration: the build ends names in hashes itself, after the outermost layer.
  NameHashTransform.self,
]

/// Something that makes objects from a kustomization file's fields.
protocol Generator: Sendable {
  static var fields: [FieldDescription] { get }
  static var configurationKind: String { get }
  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Generator]
  static func read(configuration: Node, _ context: LayerContext) -> [any Generator]
  func generate(_ context: LayerContext) -> [Resource]
}

/// Generators in kustomize's order.
let generators: [any Generator.Type] = [
  ConfigMapGenerator.self, SecretGenerator.self, HelmChart.self, IAMPolicyGenerator.self,
]

/// The parts of a built-in plugin's configuration that are no settings.
struct ConfigurationEnvelope: Sendable {
  var apiVersion = ""
  var kind = ""
  var metadata = Mapping()
}

extension Schema {
  /// A schema for a plugin's configuration: the fields of the plugin, in any case, beside `apiVersion`, `kind`, `metadata`.
  static func configuration(
    _ name: String, initial: @autoclosure @escaping @Sendable () -> Owner,
    @FieldTable<Owner> fields: () -> [Field<Owner>]
  ) -> Schema {
    Schema(name, isLenient: true, initial: initial(), fields: fields)
  }

  /// Reads a plugin's configuration, without what every object has.
  func decodeConfiguration(_ node: Node, _ context: LayerContext) -> Owner? {
    guard case .mapping(var mapping) = node else { return decode(node, Reader(report: context.report)) }
    mapping.pairs.removeAll { ["apiVersion", "kind", "metadata"].contains($0.key.text) }
    return decode(.mapping(mapping), Reader(report: context.report))
  }
}

extension Shape where Value == FieldSpec {
  /// A field spec in a plugin's configuration.
  static var fieldSpec: Shape { fieldSpec(isLenient: true) }

  static func fieldSpec(isLenient: Bool) -> Shape {
    let schema = Schema<FieldSpecFields>("field spec", isLenient: isLenient, initial: FieldSpecFields()) {
      Field("path", .fieldPath, \.path, required: true, "the field, such as spec/template/metadata/labels")
      Field("create", .boolean, \.create, "whether to create the field where it is missing")
      Field("group", .string, \.group, "only in kinds of this API group")
      Field("version", .string, \.version, "only in kinds of this API version")
      Field("kind", .string, \.kind, "only in this kind")
    }
    return Shape<FieldSpecFields>.object(schema).map { fields in
      FieldSpec(
        fields.path, in: KindFilter(group: fields.group, version: fields.version, kind: fields.kind),
        creates: fields.create)
    }
  }
}

extension Shape where Value == String {
  fileprivate static var fieldPath: Shape {
    Shape(.string) { node, reader in
      guard let text = Shape.string.read(node, reader) else { return nil }
      let count = text.utf8.count { $0 == UInt8(ascii: "/") } + 1
      if count <= NodeLimits.pathLength { return text }
      reader.report.error(
        "bad-path", "the path has \(count) fields, \(NodeLimits.pathLength) are possible", at: node.position,
        hint: "name a field further up")
      return nil
    }
  }
}

private struct FieldSpecFields: Sendable {
  var path = ""
  var create = false
  var group = ""
  var version = ""
  var kind = ""
}
