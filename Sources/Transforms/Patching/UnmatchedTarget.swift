internal import Diagnostics
internal import Resources
internal import YAML

/// A target that takes nothing, which kustomize passes over in silence: a warning, and an error under `--strict`.
struct UnmatchedTarget {
  /// Of the diagnostic.
  let id: String
  /// Whose target it is, such as `the patch`.
  let subject: String
  let position: Position
  /// What to do when nothing comes near.
  let otherwise: String

  func report(_ selector: Selector, _ target: PatchTarget, _ set: ResourceSet, _ context: TransformContext) {
    let parts = target.parts(of: selector)
    let wanted = parts.map { "\($0.what) \"\($0.text.value)\"" }.joined(separator: " and ")
    let (culprit, hint) =
      context.report.isCrowded(by: id) ? (nil, nil) : cause(selector, parts, set, name: target.name?.value)
    context.report.add(
      Diagnostic(
        id, context.isStrict ? .error : .warning,
        "\(subject) matches nothing: \(wanted.isEmpty ? "there are no objects" : "no object has \(wanted)")",
        at: culprit ?? position, hint: hint ?? otherwise))
  }

  /// The part of a target that nothing has, and what comes next to it.
  private func cause(
    _ selector: Selector, _ parts: [PatchTarget.Part], _ set: ResourceSet, name: String?
  ) -> (Position?, String?) {
    var narrowed = Selector()
    var left = set.resources
    var culprit: PatchTarget.Part?
    for part in parts where culprit == nil {
      part.copy(selector, &narrowed)
      let matching = left.filter(narrowed.matches)
      if matching.isEmpty { culprit = part } else { left = matching }
    }
    return (
      culprit?.text.position, culprit.flatMap { hint(for: $0, among: left, in: set, name: name) }
    )
  }

  /// What comes next to the part of a target that nothing has.
  ///
  /// - Parameter left: the objects that have all the parts before it.
  private func hint(
    for part: PatchTarget.Part, among left: [Resource], in set: ResourceSet, name: String?
  ) -> String? {
    switch part.what {
    case "kind": set.nearestKind(part.text.value, name: name ?? "")
    case "name": ResourceSet(left).nearestName(part.text.value)
    case "labels": left.first.map { shown($0.labels, "labels", of: $0) }
    case "annotations": left.first.map { shown($0.annotations, "annotations", of: $0) }
    default: ResourceSet(left).there
    }
  }

  private func shown(_ pairs: Mapping?, _ what: String, of resource: Resource) -> String {
    guard let pairs, !pairs.isEmpty else { return "\(resource.id) has no \(what)" }
    return "the \(what) of \(resource.id) are "
      + pairs.pairs.map { "\($0.key.text)=\($0.value.text ?? "")" }.joined(separator: ",")
  }
}

extension ResourceSet {
  /// What comes next to an object that is not there.
  func nearest(kind: String, name: String) -> String? {
    let ofKind = ResourceSet(resources.filter { kind.isEmpty || $0.gvk.kind == kind })
    return ofKind.resources.isEmpty ? nearestKind(kind, name: name) : ofKind.nearestName(name)
  }

  fileprivate func nearestKind(_ kind: String, name: String) -> String? {
    if let other = resources.first(where: { sameBytes($0.name, name) }) {
      return "\"\(name)\" is a \(other.gvk.kind) here"
    }
    return suggestion(
      for: kind, among: Array(Set(resources.map(\.gvk.kind))), otherwise: "the kinds here are")
  }

  fileprivate func nearestName(_ name: String) -> String? {
    let twins = ResourceSet(resources.filter { sameBytes($0.name, name) })
    if !twins.resources.isEmpty { return twins.there }
    return suggestion(for: name, among: Array(Set(resources.map(\.name))))
      ?? (resources.count > 8 ? nil : there)
  }

  fileprivate var there: String? {
    resources.isEmpty ? nil : "there is " + resources.prefix(3).map { "\($0.id)" }.joined(separator: ", ")
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
