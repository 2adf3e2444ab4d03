internal import Diagnostics
internal import YAML

/// A place where a pod names a ConfigMap or Secret, or one key of it.
struct ConfigReference: Sendable {
  let kind: String
  let name: String
  let key: String?
  let isOptional: Bool
  /// Whether it is a Secret for a registry of images.
  private(set) var isForPulling = false
  let position: Position

  private init?(_ kind: String, _ node: Node?, nameField: String = "name", key: Node? = nil) {
    guard let node, let name = node[nameField], let text = name.text else { return nil }
    self.kind = kind
    self.name = text
    self.key = key?.text
    isOptional = node.isTrue("optional")
    position = key?.position ?? name.position
  }

  /// All of a pod, in the order of its template.
  static func references(of pod: Node, _ containers: [Container]) -> [ConfigReference] {
    containers.flatMap(references)
      + pod.items(of: "volumes").flatMap(volume)
      + pod.items(of: "imagePullSecrets").compactMap { node in
        var reference = ConfigReference("Secret", node)
        reference?.isForPulling = true
        return reference
      }
  }

  private static func references(of container: Container) -> [ConfigReference] {
    let keys = container.node.items(of: "env").flatMap { variable in
      [("ConfigMap", "configMapKeyRef"), ("Secret", "secretKeyRef")].compactMap { kind, field in
        let reference = variable.at("valueFrom", field)
        return ConfigReference(kind, reference, key: reference?["key"])
      }
    }
    let wholes = container.node.items(of: "envFrom").flatMap { source in
      [("ConfigMap", "configMapRef"), ("Secret", "secretRef")].compactMap { kind, field in
        ConfigReference(kind, source[field])
      }
    }
    return keys + wholes
  }

  private static func volume(_ volume: Node) -> [ConfigReference] {
    let sources = volume["projected"]?.items(of: "sources") ?? []
    return source("ConfigMap", volume["configMap"], "name") + source("Secret", volume["secret"], "secretName")
      + sources.flatMap {
        source("ConfigMap", $0["configMap"], "name") + source("Secret", $0["secret"], "name")
      } + secretsOfDrivers(volume).compactMap { ConfigReference("Secret", $0) }
      + source("Secret", volume["azureFile"], "secretName")
  }

  private static func secretsOfDrivers(_ volume: Node) -> [Node?] {
    ["cephfs", "rbd", "flexVolume", "iscsi", "scaleIO", "storageos"].map { volume.at($0, "secretRef") }
      + [volume.at("csi", "nodePublishSecretRef")]
  }

  private static func source(_ kind: String, _ node: Node?, _ nameField: String) -> [ConfigReference] {
    guard let node else { return [] }
    let items = node.items(of: "items")
    let keys: [Node?] = items.isEmpty ? [nil] : items.map { $0["key"] }
    return keys.compactMap { ConfigReference(kind, node, nameField: nameField, key: $0) }
  }
}
