internal import Resources
internal import YAML

/// `--enable-managedby-label`.
enum ManagedBy {
  private static let label = "app.kubernetes.io/managed-by"

  static func label(_ set: inout ResourceSet) {
    for index in set.resources.indices {
      var labels = set.resources[index].labels ?? Mapping(at: set.resources[index].position)
      labels[label] = .string("zonal-\(Version.current)")
      set.resources[index].setMetadata("labels", to: .mapping(labels))
    }
  }
}
