import Resources
import YAML

/// The ConfigMaps and Secrets of a build, to tell when the ones that pods use have changed.
struct ConfigReferences {
  private let resources: [Resource]
  private let index: [ObjectName: Int]

  init(_ set: ResourceSet) {
    resources = set.resources.filter {
      ["ConfigMap", "Secret"].contains($0.gvk.kind) && $0.gvk.group.isEmpty
    }
    var index: [ObjectName: Int] = [:]
    for (position, resource) in resources.enumerated() {
      for id in resource.identities {
        index[ObjectName(kind: id.gvk.kind, name: id.name, namespace: id.effectiveNamespace)] = position
      }
    }
    self.index = index
  }

  /// Where a pod template names them.
  private static let fields = paths.map { kind, path in
    (kind: kind, path: path.split(separator: ".").map(String.init))
  }

  private static let paths: [(kind: String, path: String)] =
    [
      ("ConfigMap", "spec.volumes.configMap.name"),
      ("ConfigMap", "spec.volumes.projected.sources.configMap.name"),
    ]
    + [
      ("Secret", "spec.volumes.secret.secretName"), ("Secret", "spec.volumes.projected.sources.secret.name"),
    ]
    + ["spec.containers", "spec.initContainers"].flatMap { containers in
      [
        ("ConfigMap", "\(containers).env.valueFrom.configMapKeyRef.name"),
        ("ConfigMap", "\(containers).envFrom.configMapRef.name"),
        ("Secret", "\(containers).env.valueFrom.secretKeyRef.name"),
        ("Secret", "\(containers).envFrom.secretRef.name"),
      ]
    }

  /// A hash of everything that a pod template refers to and the build knows.
  func hash(of template: Node, in namespace: String) -> String {
    var content = Mapping()
    for field in Self.fields {
      for name in template.fields(at: field.path).compactMap(\.value.text) {
        content["\(field.kind)/\(name)"] = self.content(field.kind, name, namespace) ?? .null
      }
    }
    content.pairs.sort { $0.key.text < $1.key.text }
    return ContentHash.short(of: .mapping(content))
  }

  private func content(_ kind: String, _ name: String, _ namespace: String) -> Node? {
    let namespace = namespace.isEmpty ? ResourceID.defaultNamespace : namespace
    guard let position = index[ObjectName(kind: kind, name: name, namespace: namespace)] else { return nil }
    let object = resources[position].object
    return .mapping([
      "data": object["data"], "binaryData": object["binaryData"], "stringData": object["stringData"],
    ])
  }
}
