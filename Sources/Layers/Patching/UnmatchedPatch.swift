internal import Diagnostics
internal import Resources

extension PatchApplication {
  /// A patch that names an object which is not there: kustomize fails here, too.
  static func reportMissing(_ id: ResourceID, _ patch: Patch, _ set: ResourceSet, _ context: LayerContext) {
    context.report.error(
      "patch-matches-nothing", "there is no \(id) to patch", at: patch.position,
      hint: set.nearest(kind: id.gvk.kind, name: id.name)
        ?? "say options: {optional: true} when it is meant that there may be none")
  }

  /// A target that takes nothing: kustomize passes over it in silence.
  static func reportUnmatched(
    _ selector: Selector, _ target: PatchTarget, _ patch: Patch, _ set: ResourceSet, _ context: LayerContext
  ) {
    let near = set.nearest(kind: selector.kind?.text ?? "", name: selector.name?.text ?? "")
    context.report.add(
      Diagnostic(
        "patch-matches-nothing", context.options.isStrict ? .error : .warning,
        "the patch matches nothing: no object has \(selector.wanted)",
        at: target.position.isKnown ? target.position : patch.position,
        hint: near ?? "say options: {optional: true} when it is meant that there may be none"))
  }
}
