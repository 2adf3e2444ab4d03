internal import Resources
internal import YAML

/// Annotations that kustomize and its functions keep for themselves in an object; here they never stay.
enum BuildAnnotations {
  private static let internalPrefix = "internal.config.kubernetes.io/"
  private static let helmGenerated = internalPrefix + "helm-generated"
  private static let legacy: Set = [
    "config.kubernetes.io/path", "config.kubernetes.io/index", "config.kubernetes.io/id", "config.k8s.io/id",
    BuildMetadata.originAnnotation, BuildMetadata.transformationsAnnotation,
  ]

  /// Removes them, and makes strings of annotations that are none, as kustomize does (v5 `SetAnnotations`).
  static func take(from resource: inout Resource) {
    guard var annotations = resource.annotations, !annotations.isEmpty else { return }
    resource.isHelmGenerated = annotations[helmGenerated] != nil
    let count = annotations.pairs.count
    annotations.pairs.removeAll { $0.key.text.hasPrefix(internalPrefix) || legacy.contains($0.key.text) }
    var changed = annotations.pairs.count != count
    for index in annotations.pairs.indices {
      guard case .scalar(let scalar) = annotations.pairs[index].value, scalar.kind != .string else {
        continue
      }
      let text = scalar.kind == .null ? "" : scalar.text
      annotations.pairs[index].value = .string(text, at: scalar.position)
      changed = true
    }
    guard changed else { return }
    resource.setMetadata("annotations", to: annotations.isEmpty ? nil : .mapping(annotations))
  }
}
