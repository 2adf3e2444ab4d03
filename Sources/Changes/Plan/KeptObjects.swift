internal import Resources
internal import YAML

/// Annotations by which engines that prune leave an object alone.
enum KeptObjects {
  private static let annotations: [(key: String, value: String)] = [
    ("argocd.argoproj.io/sync-options", "Prune=false"),
    ("kustomize.toolkit.fluxcd.io/prune", "disabled"),
    ("helm.sh/resource-policy", "keep"),
  ]

  static func contains(_ object: Resource) -> Bool {
    annotations.contains { key, value in
      let values = object.annotations?[key]?.text?.split(separator: ",") ?? []
      return values.contains { $0.filter { $0 != " " } == value }
    }
  }

  static let pruning = "an engine that prunes (Argo CD, Flux) deletes"
}
