internal import Diagnostics
internal import Resources
internal import Transforms
internal import YAML

/// `configMapGenerator`: ConfigMaps from literals, files and env files.
struct ConfigMapGenerator: Generator {
  var arguments: GeneratorArguments

  private static let schema = GeneratorArguments.schema("configMapGenerator entry", withType: false)
  static let field = KustomizationField(
    "configMapGenerator", .list(of: .object(schema)), "ConfigMaps from literals, files and env files")
  static let fields = [field.description, GeneratorOptions.field.description]
  static let configurationKind = "ConfigMapGenerator"

  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Generator] {
    GeneratorArguments.read(field, kustomization, context).map(ConfigMapGenerator.init)
  }

  static func read(configuration: Node, _ context: LayerContext) -> [any Generator] {
    GeneratorArguments.readConfiguration(configuration, withType: false, context)
      .map { [ConfigMapGenerator(arguments: $0)] } ?? []
  }

  func generate(_ context: LayerContext) -> [Resource] {
    var text: [(String, String)] = []
    var binary: [(String, String)] = []
    for entry in arguments.sources.load(context) {
      if let string = String(validating: entry.value, as: UTF8.self) {
        text.append((entry.key, string))
      } else {
        binary.append((entry.key, Base64.wrapped(entry.value)))
      }
    }
    return [arguments.makeResource(kind: "ConfigMap", data: [("data", text), ("binaryData", binary)])]
  }
}

extension GeneratorArguments {
  /// A generator's own configuration: the name stands in its metadata.
  static func readConfiguration(
    _ node: Node, withType: Bool, _ context: LayerContext
  ) -> GeneratorArguments? {
    let metadata = node["metadata"]
    guard case .mapping(var mapping) = node else { return nil }
    if mapping["name"] == nil { mapping["name"] = metadata?["name"] }
    if mapping["namespace"] == nil { mapping["namespace"] = metadata?["namespace"] }
    let schema = Schema<GeneratorArguments>.configuration("generator", initial: GeneratorArguments()) {
      fields(withType: withType)
    }
    return schema.decodeConfiguration(.mapping(mapping), context.report)
  }
}
