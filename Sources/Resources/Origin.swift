/// Where an object comes from, or what changed it (kustomize v5 `resource.Origin`).
package indirect enum Origin: Sendable, Equatable {
  /// A file, seen from the directory that is built.
  case file(String)
  /// A generator or transformer, and the file that configures it.
  case plugin(ResourceID, configuredIn: String)
}
