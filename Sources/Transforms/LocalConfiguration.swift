package import Resources
internal import YAML

/// Drops the objects that are only for tools on the client.
package enum LocalConfiguration {
  private static let annotation = "config.kubernetes.io/local-config"

  package static func drop(from set: inout ResourceSet) {
    guard set.resources.indices.contains(where: { isLocal(set.resources[$0]) }) else { return }
    set.resources.removeAll(where: isLocal)
  }

  private static func isLocal(_ resource: Resource) -> Bool {
    guard let value = resource.annotations?[annotation]?.text else { return false }
    return value != "false"
  }
}
