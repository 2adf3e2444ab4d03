internal import Diagnostics
internal import Files
internal import Machine
internal import Resources
internal import Transforms

/// A generator or transformer, and where it is configured when the build keeps track of that.
struct Configured<Plugin> {
  var plugin: Plugin
  var origin: Origin?
  /// What it is, for who follows the build.
  var step: TraceStep?
}

extension LayerContext {
  /// What a file of this layer holds, with its origin when the build keeps track of that.
  func withOrigin(_ resources: [Resource], named name: String) -> [Resource] {
    guard let place else { return resources }
    return resources.map { resource in
      var resource = resource
      // What a directory gives has an origin of its own.
      resource.origin = resource.origin ?? place.origin(ofFile: name)
      return resource
    }
  }

  /// The origin of what fields of the kustomization file itself configure.
  func origin(ofField kind: String, in kustomization: Kustomization) -> Origin? {
    guard let place else { return nil }
    var origin = place.origin(ofFile: FilePath.lastComponent(kustomization.path))
    origin.plugin = ResourceID(gvk: GroupVersionKind(version: "builtin", kind: kind), name: "")
    return origin
  }

  /// A directory that this layer names, seen from the one that is built.
  func place(ofDirectory name: String) -> LayerPlace? {
    guard let place else { return nil }
    guard case .git(let remote) = RemoteLocation(name) else {
      return LayerPlace(path: FilePath.join(place.path, name), repository: place.repository)
    }
    return LayerPlace(
      path: remote.path.isEmpty ? "." : remote.path,
      repository: Origin.Repository(url: remote.repository, ref: remote.ref))
  }
}

/// The directory of a layer, as origins tell it.
struct LayerPlace: Sendable, Hashable {
  var path: String
  var repository: Origin.Repository?

  func origin(ofFile name: String) -> Origin {
    Origin(path: FilePath.join(path, name), repository: repository)
  }
}

extension Resource {
  /// The origin of what this object, the configuration of a plugin, makes or changes.
  var originAsPlugin: Origin? {
    guard var origin, origin.plugin == nil else { return nil }
    origin.plugin = id
    return origin
  }
}

extension ResourceSet {
  /// Notes that a transformer ran; what was not there before, it made.
  mutating func note(_ origin: Origin?, times: Int, _ context: LayerContext) {
    guard let origin,
      context.files.growth.holds(
        MemoryLayout<Origin>.size * times, times: resources.count, of: "the list of transformers",
        at: context.files.place(of: context.directory.shown), context.report)
    else { return }
    for index in resources.indices {
      if times > 0 { resources[index].separateAnnotations() }
      var times = times - resources[index].lostSteps
      resources[index].lostSteps = 0
      if resources[index].origin == nil, times > 0 {
        resources[index].origin = origin
        times -= 1
      }
      resources[index].transformations += Array(repeating: origin, count: times)
    }
  }
}
