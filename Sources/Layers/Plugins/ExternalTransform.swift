internal import Diagnostics
internal import Programs
internal import Resources
internal import Transforms
internal import YAML

/// A plugin under `transformers:` or `validators:`.
struct ExternalTransform: Transform {
  let plugin: any ExternalPlugin
  let program: ProgramContext

  static let fields: [FieldDescription] = []
  static let configurationKind = ""
  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] { [] }
  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] { [] }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    // kustomize runs none for an empty set either.
    guard !context.report.hasErrors, !set.resources.isEmpty,
      let output = try? plugin.transform(set, program)
    else { return }
    take(output, into: &set, context.report)
  }

  /// What has the identity of an object takes its place, anything else comes to the end, and what is missing goes
  /// (kustomize v5 `UpdateResMapValues`).
  private func take(_ output: [Resource], into set: inout ResourceSet, _ report: Report) {
    var places: [ResourceID: Int] = [:]
    for (index, resource) in set.resources.enumerated() { places[resource.canonicalID] = index }
    var given: [ResourceID: Position] = [:]
    for var resource in output {
      _ = resource.takeAnnotation(PluginAnnotations.identity)
      let id = resource.canonicalID
      if let other = given.updateValue(resource.namePosition, forKey: id) {
        report.error(
          "duplicate-object", "\(plugin.shown) gives \(resource.id) twice", at: plugin.position,
          notes: [.init("once", at: other), .init("and again", at: resource.namePosition)],
          hint: "have it give each object once")
      }
      guard let place = places[id] else {
        set.resources.append(resource)
        continue
      }
      // What stayed as it was keeps the place where the user wrote it.
      if !set.resources[place].object.sameData(as: resource.object) {
        set.resources[place].object = resource.object
      }
    }
    set.resources.removeAll { given[$0.canonicalID] == nil }
  }
}
