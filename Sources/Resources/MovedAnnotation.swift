extension Resource {
  /// Says of a StatefulSet that its pods may leave their data behind; its value is `true`.
  ///
  /// It stands on the object alone, so that no pod restarts because of it.
  package static let movedAnnotation = "zonal/moved"
}
