internal import Diagnostics
internal import Resources
internal import YAML

extension PatchApplication {
  /// A patch that names an object which is not there: kustomize fails here, too.
  static func reportMissing(_ id: ResourceID, _ patch: Patch, _ set: ResourceSet, _ context: LayerContext) {
    let kinds = set.resources.filter { $0.gvk.kind == id.gvk.kind }
    let hint =
      if id.gvk.version.isEmpty, let twin = kinds.first(where: { $0.name == id.name }) {
        "write \"apiVersion: \(twin.gvk.apiVersion)\" into the patch"
      } else {
        kinds.isEmpty ? nearestKind(id.gvk.kind, name: id.name, in: set) : nearestName(id.name, among: kinds)
      }
    context.report.error(
      "patch-matches-nothing", "there is no \(id) to patch", at: patch.position, hint: hint ?? optionalHint)
  }

  /// A target that takes nothing: kustomize passes over it in silence.
  static func reportUnmatched(
    _ selector: Selector, _ target: PatchTarget, _ patch: Patch, _ set: ResourceSet, _ context: LayerContext
  ) {
    let parts = target.parts(of: selector)
    var narrowed = Selector()
    var left = set.resources
    var culprit: PatchTarget.Part?
    for part in parts where culprit == nil {
      part.copy(selector, &narrowed)
      let matching = left.filter(narrowed.matches)
      if matching.isEmpty { culprit = part } else { left = matching }
    }
    let wanted = parts.map { "\($0.what) \"\($0.text.value)\"" }.joined(separator: " and ")
    context.report.add(
      Diagnostic(
        "patch-matches-nothing", context.options.isStrict ? .error : .warning,
        "the patch matches nothing: \(wanted.isEmpty ? "there are no objects" : "no object has \(wanted)")",
        at: culprit?.text.position ?? patch.position,
        hint: culprit.flatMap { hint(for: $0, among: left, in: set, name: target.name?.value) }
          ?? optionalHint))
  }

  private static let optionalHint = "say options: {optional: true} when it is meant that there may be none"

  /// What comes next to the part of a target that nothing has.
  ///
  /// - Parameter left: the objects that have all the parts before it.
  private static func hint(
    for part: PatchTarget.Part, among left: [Resource], in set: ResourceSet, name: String?
  ) -> String? {
    switch part.what {
    case "kind": nearestKind(part.text.value, name: name ?? "", in: set)
    case "name": nearestName(part.text.value, among: left)
    case "labels": left.first.map { shown($0.labels, "labels", of: $0) }
    case "annotations": left.first.map { shown($0.annotations, "annotations", of: $0) }
    default: there(left)
    }
  }

  private static func nearestKind(_ kind: String, name: String, in set: ResourceSet) -> String? {
    if let other = set.resources.first(where: { $0.name == name }) {
      return "\"\(name)\" is a \(other.gvk.kind) here"
    }
    return suggestion(
      for: kind, among: Array(Set(set.resources.map(\.gvk.kind))), otherwise: "the kinds here are")
  }

  private static func nearestName(_ name: String, among resources: [Resource]) -> String? {
    let twins = resources.filter { $0.name == name }
    if !twins.isEmpty { return there(twins) }
    return suggestion(for: name, among: Array(Set(resources.map(\.name))))
      ?? (resources.count > 8 ? nil : there(resources))
  }

  private static func there(_ resources: [Resource]) -> String? {
    resources.isEmpty ? nil : "there is " + resources.prefix(3).map { "\($0.id)" }.joined(separator: ", ")
  }

  private static func shown(_ pairs: Mapping?, _ what: String, of resource: Resource) -> String {
    guard let pairs, !pairs.isEmpty else { return "\(resource.id) has no \(what)" }
    return "the \(what) of \(resource.id) are "
      + pairs.pairs.map { "\($0.key.text)=\($0.value.text ?? "")" }.joined(separator: ",")
  }
}

extension PatchTarget {
  /// A condition of a target.
  fileprivate struct Part {
    let what: String
    let text: Located<String>
    /// Takes the condition over from one selector into another.
    let copy: (Selector, inout Selector) -> Void
  }

  /// The conditions that are given, the more general ones first.
  fileprivate func parts(of selector: Selector) -> [Part] {
    func part<Value>(
      _ what: String, _ text: Located<String>?, _ condition: WritableKeyPath<Selector, Value?>
    ) -> Part? {
      guard let text, selector[keyPath: condition] != nil else { return nil }
      return Part(what: what, text: text) { $1[keyPath: condition] = $0[keyPath: condition] }
    }
    return [
      part("kind", kind, \.kind), part("group", group, \.group), part("version", version, \.version),
      part("name", name, \.name), part("namespace", namespace, \.namespace),
      part("labels", labelSelector, \.labels), part("annotations", annotationSelector, \.annotations),
    ].compactMap(\.self)
  }
}
