package import Resources

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
