package import Diagnostics
package import Resources
package import YAML

/// A generator or transformer that is a program of its own.
package protocol ExternalPlugin: Sendable {
  /// As messages name it.
  var shown: String { get }
  /// Where it is configured.
  var position: Position { get }
  /// What it makes out of nothing but its configuration; throws after a report.
  func generate(_ context: ProgramContext) throws(Stop) -> [Resource]
  /// What it makes of the objects of a layer, all of them; throws after a report.
  func transform(_ set: ResourceSet, _ context: ProgramContext) throws(Stop) -> [Resource]
}

extension ProgramContext {
  /// The program that a configuration is for, none after a report; `nil` when it is for none.
  package func plugins(for configuration: Resource) -> [any ExternalPlugin]? {
    guard configuration.gvk.apiVersion != "builtin" else { return nil }
    if let annotation = FunctionSpec.annotation(of: configuration) {
      return KRMFunction.read(configuration, annotation, self).map { [$0] } ?? []
    }
    return LegacyPlugin.find(configuration, self)
  }
}

/// The annotations by which plugins and kustomize talk to each other; none of them stays.
package enum PluginAnnotations {
  package static let identity = "kustomize.config.k8s.io/id"
  package static let needsHash = "kustomize.config.k8s.io/needs-hash"
  package static let behavior = "kustomize.config.k8s.io/behavior"
}

extension Resource {
  /// Takes an annotation out of the object.
  package mutating func takeAnnotation(_ key: String) -> Node? {
    guard var annotations, let value = annotations[key] else { return nil }
    annotations[key] = nil
    setMetadata("annotations", to: annotations.isEmpty ? nil : .mapping(annotations))
    return value
  }

  /// The object with the identity that it has now in an annotation, as plugins get it.
  var identified: Node {
    var resource = self
    let identity = Node.mapping([
      "group": gvk.group.isEmpty ? nil : .string(gvk.group),
      "kind": .string(gvk.kind),
      "name": .string(name),
      "namespace": namespace.isEmpty ? nil : .string(namespace),
      "version": gvk.version.isEmpty ? nil : .string(gvk.version),
    ])
    resource.annotate([(PluginAnnotations.identity, identity.yaml)])
    return resource.object
  }

  mutating func annotate(_ pairs: [(key: String, value: String)]) {
    var annotations = annotations ?? Mapping(at: position)
    for (key, value) in pairs { annotations[key] = .string(value) }
    setMetadata("annotations", to: .mapping(annotations))
  }
}
