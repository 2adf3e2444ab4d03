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
  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform]
  static func read(configuration: Node, _ context: TransformContext) -> [any Transform]
  func apply(to set: inout ResourceSet, _ context: TransformContext)
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
