internal import Diagnostics
internal import Resources

extension PatchApplication {
  /// A patch that names an object which is not there: kustomize fails here, too.
  static func reportMissing(_ id: ResourceID, _ patch: Patch, _ set: ResourceSet, _ context: LayerContext) {
    context.report.error(
      "patch-matches-nothing", "there is no \(id) to patch", at: patch.position,
      hint: nearest(kind: id.gvk.kind, name: id.name, in: set)
        ?? "say options: {optional: true} when it is meant that there may be none")
  }

  /// A target that takes nothing: kustomize passes over it in silence.
  static func reportUnmatched(
    _ selector: Selector, _ target: PatchTarget, _ patch: Patch, _ set: ResourceSet, _ context: LayerContext
  ) {
    let wanted = [
      ("group", selector.group), ("version", selector.version), ("kind", selector.kind),
      ("name", selector.name), ("namespace", selector.namespace),
    ].compactMap { part, pattern in pattern.map { "\(part) \"\($0.text)\"" } }
    let what = wanted.isEmpty ? "its target" : wanted.joined(separator: ", ")
    let near = nearest(kind: selector.kind?.text ?? "", name: selector.name?.text ?? "", in: set)
    context.report.add(
      Diagnostic(
        "patch-matches-nothing", context.options.isStrict ? .error : .warning,
        "the patch matches nothing: no object has \(what)",
        at: target.position.isKnown ? target.position : patch.position,
        hint: near ?? "say options: {optional: true} when it is meant that there may be none"))
  }

  /// What of the set comes next to a kind and name that are not there.
  private static func nearest(kind: String, name: String, in set: ResourceSet) -> String? {
    let sameKind = set.resources.filter { kind.isEmpty || $0.gvk.kind == kind }
    if sameKind.isEmpty {
      let kinds = Array(Set(set.resources.map(\.gvk.kind)))
      let here = set.resources.filter { $0.name == name }.map(\.gvk.kind)
      if let other = here.first { return "\"\(name)\" is a \(other) here" }
      return suggestion(for: kind, among: kinds, otherwise: "the kinds here are")
    }
    let names = Array(Set(sameKind.map(\.name)))
    if names.contains(name) {
      let places = sameKind.filter { $0.name == name }.map { "\($0.id)" }
      return "there is " + places.prefix(3).joined(separator: ", ")
    }
    guard names.count > 8 else {
      return suggestion(for: name, among: names, otherwise: "there is \(kind.isEmpty ? "here" : kind)")
    }
    return suggestion(for: name, among: names)
  }
}
