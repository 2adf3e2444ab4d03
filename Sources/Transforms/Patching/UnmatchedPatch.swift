internal import Diagnostics
internal import Resources
internal import YAML

extension PatchApplication {
  private static let remedy = "say options: {optional: true} when it is meant that there may be none"

  /// A patch that names an object which is not there: kustomize fails here, too.
  static func reportMissing(_ id: ResourceID, _ patch: Patch, _ set: ResourceSet, _ context: TransformContext)
  {
    guard !context.report.isCrowded(by: unmatched) else {
      return context.report.error(unmatched, "there is no \(id) to patch", at: patch.position)
    }
    let twin = set.resources.first { sameBytes($0.gvk.kind, id.gvk.kind) && sameBytes($0.name, id.name) }
    let hint =
      if id.gvk.version.isEmpty, let twin {
        "write \"apiVersion: \(twin.gvk.apiVersion)\" into the patch"
      } else {
        set.nearest(kind: id.gvk.kind, name: id.name) ?? remedy
      }
    context.report.error(
      unmatched, "there is no \(id) to patch", at: patch.position, hint: hint)
  }

  static func reportUnmatched(
    _ selector: Selector, _ target: PatchTarget, _ patch: Patch, _ set: ResourceSet,
    _ context: TransformContext
  ) {
    UnmatchedTarget(
      id: unmatched, subject: "the patch", position: patch.position, otherwise: remedy
    ).report(selector, target, set, context)
  }
}
