internal import Programs
internal import Resources
internal import Transforms
internal import YAML

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
