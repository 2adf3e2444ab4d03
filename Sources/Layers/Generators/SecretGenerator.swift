internal import Diagnostics
internal import Resources
internal import Transforms
internal import YAML

/// `secretGenerator`: Secrets from literals, files and env files.
struct SecretGenerator: Generator {
  var arguments: GeneratorArguments

  private static let schema = GeneratorArguments.schema("secretGenerator entry", withType: true)
  static let field = KustomizationField(
    "secretGenerator", .list(of: .object(schema)), "Secrets from literals, files and env files")
  static let fields = [field.description]
  static let configurationKind = "SecretGenerator"

  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Generator] {
    GeneratorArguments.read(field, kustomization, context).map(SecretGenerator.init)
  }

  static func read(configuration: Node, _ context: LayerContext) -> [any Generator] {
    GeneratorArguments.readConfiguration(configuration, withType: true, context)
      .map { [SecretGenerator(arguments: $0)] } ?? []
  }

  func generate(_ context: LayerContext) -> [Resource] {
    var sources = arguments.sources
    sources.areSecret = true
    let data = sources.load(context).map { ($0.key, Base64.wrapped($0.value)) }
    var secret = arguments.makeResource(kind: "Secret", data: [("data", data)])
    let type = arguments.type.flatMap { $0.isEmpty ? nil : $0 } ?? "Opaque"
    _ = secret.object.changeMapping {
      if data.isEmpty { $0["data"] = .mapping(Mapping(at: arguments.name.position)) }
      $0["type"] = .string(type, at: arguments.name.position)
    }
    return [secret]
  }
}
