extension Resource {
  /// Ends the label of what must be in effect before anything else is applied.
  package static let firstLabel = "/apply-first"

  /// Says of a StatefulSet that its pods may leave their data behind; its value is `true`.
  ///
  /// It stands on the object alone, so that no pod restarts because of it.
  package static let movedAnnotation = "zonal/moved"

  /// Says of the workload of a zone which place it has when one zone is applied after the other, from 0.
  package static let orderAnnotation = "zonal/order"

  /// Argo CD applies what has a lower number first, and waits until it is healthy; 0 when absent.
  package static let syncWaveAnnotation = "argocd.argoproj.io/sync-wave"
}
