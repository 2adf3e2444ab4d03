package import Resources
internal import YAML

/// Ends the names of generated objects in a hash of their content, so that what changes gets a new name.
package enum NameHashes {
  package static func add(to set: inout ResourceSet) {
    for index in set.resources.indices where set.resources[index].needsNameHash {
      let resource = set.resources[index]
      set.resources[index].rename(to: "\(resource.name)-\(ContentHash.suffix(of: resource))")
      set.resources[index].needsNameHash = false
    }
  }
}

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
