internal import YAML

extension Resource {
  /// Makes texts of annotations that are none, and removes the field when there are none, as kustomize does whenever it
  /// notes something about an object, and in the end (v5.8 `SetAnnotations`).
  ///
  /// - Parameter isCompatible: whether an annotation that is no scalar becomes an empty text, as in kustomize.
  package mutating func spellOutAnnotations(isCompatible: Bool) {
    guard let node = object["metadata"]?["annotations"] else { return }
    guard case .mapping(let annotations) = node, !annotations.isEmpty else {
      if node.isNull || node.mapping != nil { setMetadata("annotations", to: nil) }
      return
    }
    guard annotations.pairs.contains(where: { $0.value.spelled(isCompatible) != nil }) else { return }
    var spelled = annotations
    for index in spelled.pairs.indices {
      guard let text = spelled.pairs[index].value.spelled(isCompatible) else { continue }
      spelled.pairs[index].value = text
    }
    setMetadata("annotations", to: .mapping(spelled))
  }
}

extension Resource {
  /// Written anew, as by what notes something in them, annotations are one with no others.
  package mutating func separateAnnotations() {
    guard lastShare != 0, var annotations = object.at("metadata", "annotations"),
      annotations.mapping?.isEmpty == false
    else {
      return
    }
    annotations.separate()
    setMetadata("annotations", to: annotations)
  }
}

extension Node {
  /// - Returns: `nil` for what is a text already, or can't become one. A folded text is folded no more.
  fileprivate func spelled(_ isCompatible: Bool) -> Node? {
    guard case .scalar(let scalar) = self else { return isCompatible ? .string("", at: position) : nil }
    return scalar.kind == .string && scalar.style != .folded ? nil : .string(scalar.text, at: position)
  }
}
