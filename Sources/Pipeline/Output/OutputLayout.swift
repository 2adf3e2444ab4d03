/// How a build's objects are spread over files.
public enum OutputLayout: String, Sendable, CaseIterable {
  /// All in `manifest.yaml`.
  case single
  /// Each in a file of its own.
  case tree
  /// What all zones share in `common/`, the StatefulSets and Deployments of each zone in `zones/INDEX-NAME/`: each a
  /// directory with a `kustomization.yaml`, for a chain of Flux Kustomizations that depend on each other.
  case zones
}

/// What the files of a tree are called.
public enum OutputNaming: String, Sendable, CaseIterable {
  /// `statefulset-nats-z0.yaml`
  case kind
  /// `apps_v1_statefulset_nats-z0.yaml`, after the namespace when there are several (kustomize v5 `build -o DIR`).
  case kustomize
}
