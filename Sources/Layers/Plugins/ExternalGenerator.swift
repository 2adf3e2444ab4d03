internal import Diagnostics
internal import Programs
internal import Resources
internal import Transforms
internal import YAML

/// A plugin under `generators:`.
struct ExternalGenerator: Generator {
  let plugin: any ExternalPlugin

  static let fields: [FieldDescription] = []
  static let configurationKind = ""
  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Generator] { [] }
  static func read(configuration: Node, _ context: LayerContext) -> [any Generator] { [] }

  func generate(_ context: LayerContext) -> [Resource] {
    // What is wrong already is said first: a plugin may take its time, and do something.
    guard !context.report.hasErrors, let made = try? plugin.generate(context.running) else { return [] }
    return made.map { finish($0, context.report) }
  }

  /// Does what annotations of the object ask for (kustomize v5 `UpdateResourceOptions`).
  private func finish(_ made: Resource, _ report: Report) -> Resource {
    var resource = made
    _ = resource.takeAnnotation(PluginAnnotations.identity)
    let behavior = resource.takeAnnotation(PluginAnnotations.behavior)?.text ?? ""
    resource.behavior = Resource.Behavior(rawValue: behavior) ?? .unspecified
    guard let needsHash = resource.takeAnnotation(PluginAnnotations.needsHash) else { return resource }
    switch needsHash.text ?? "" {
    case "1", "t", "T", "true", "TRUE", "True": resource.needsNameHash = true
    case "0", "f", "F", "false", "FALSE", "False": break
    case let text:
      report.error(
        "unknown-value", "the annotation \"\(PluginAnnotations.needsHash)\" can't be \"\(text)\"",
        at: needsHash.position, notes: [.init("\(plugin.shown) made it", at: plugin.position)],
        hint: "have it write \"true\" or \"false\"")
    }
    return resource
  }
}
