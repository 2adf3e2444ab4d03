internal import Diagnostics
internal import Machine
internal import Resources
internal import YAML

/// A generator or transformer, and where it is configured when the build keeps track of that.
struct Configured<Plugin> {
  var plugin: Plugin
  var origin: Origin?
}

extension LayerContext {
  /// What a file of this layer holds, with its origin when the build keeps track of that.
  func withOrigin(_ resources: [Resource], named name: String) -> [Resource] {
    guard let origin else { return resources }
    return resources.map { resource in
      var resource = resource
      // What a directory gives has an origin of its own.
      resource.origin = resource.origin ?? .file(FilePath.join(origin, name))
      return resource
    }
  }

  /// The origin of what fields of the kustomization file itself configure.
  func origin(ofField kind: String, in kustomization: Kustomization) -> Origin? {
    guard let origin else { return nil }
    let id = ResourceID(gvk: GroupVersionKind(version: "builtin", kind: kind), name: "")
    return .plugin(
      id, configuredIn: FilePath.join(origin, FilePath.lastComponent(kustomization.path)))
  }

  /// A directory that this layer names, seen from the one that is built.
  func origin(ofDirectory name: String) -> String? {
    origin.map { FilePath.join($0, name) }
  }
}

extension Resource {
  /// The origin of what this object, the configuration of a plugin, makes or changes.
  var originAsPlugin: Origin? {
    guard case .file(let path) = origin else { return nil }
    return .plugin(id, configuredIn: path)
  }
}

extension ResourceSet {
  /// Notes that a transformer ran; what was not there before, it made.
  mutating func note(_ origin: Origin?, times: Int) {
    guard let origin else { return }
    for index in resources.indices {
      var times = times
      if resources[index].origin == nil, times > 0 {
        resources[index].origin = origin
        times -= 1
      }
      resources[index].transformations += Array(repeating: origin, count: times)
    }
  }
}
