/// Where an object comes from, or what changed it (kustomize v5 `resource.Origin`).
package struct Origin: Sendable, Equatable {
  /// The file that holds it, or that configures the plugin.
  package var path: String
  /// The repository that was fetched for it; without one, paths are seen from the directory that is built.
  package var repository: Repository?
  /// The generator or transformer, when it is one's work.
  package var plugin: ResourceID?

  package struct Repository: Sendable, Hashable {
    package var url: String
    package var ref: String?

    package init(url: String, ref: String?) {
      self.url = url
      self.ref = ref
    }
  }

  package init(path: String, repository: Repository? = nil, plugin: ResourceID? = nil) {
    self.path = path
    self.repository = repository
    self.plugin = plugin
  }
}
