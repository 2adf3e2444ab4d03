internal import Resources
internal import YAML

/// `HashTransformer`: ends names in hashes before the layer is done.
struct NameHashTransform: Transform {
  static let fields: [FieldDescription] = []
  static let configurationKind = "HashTransformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] { [] }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    [NameHashTransform()]
  }

  func apply(to set: inout ResourceSet, _ context: TransformContext) { NameHashes.add(to: &set) }
}
