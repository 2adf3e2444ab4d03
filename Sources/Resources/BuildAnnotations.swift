internal import YAML

/// Annotations that kustomize and its functions keep for themselves in an object; here they never stay.
package enum BuildAnnotations {
  /// Where an object comes from.
  package static let origin = "config.kubernetes.io/origin"
  /// What changed it.
  package static let transformations = "alpha.config.kubernetes.io/transformations"
  private static let internalPrefix = "internal.config.kubernetes.io/"
  private static let helmGenerated = internalPrefix + "helm-generated"
  private static let legacy: Set = [
    "config.kubernetes.io/path", "config.kubernetes.io/index", "config.kubernetes.io/id", "config.k8s.io/id",
    origin, transformations,
  ]

  /// Removes them.
  package static func take(from resource: inout Resource) {
    guard var annotations = resource.annotations, !annotations.isEmpty else { return }
    resource.isHelmGenerated = annotations[helmGenerated] != nil
    let count = annotations.pairs.count
    annotations.pairs.removeAll { $0.key.text.hasPrefix(internalPrefix) || legacy.contains($0.key.text) }
    guard annotations.pairs.count != count else { return }
    resource.setMetadata("annotations", to: annotations.isEmpty ? nil : .mapping(annotations))
  }
}
