internal import YAML

/// The fields that hold names of zones.
enum ZonePaths {
  private static let ofTopology = ["spec.zones.[].name": true, "spec.moved.[]": false]
  private static let ofGroup: Set = ["spec.zones.[]", "spec.rollout.order.[]", "spec.patches.[].target.zone"]

  /// - Returns: whether the zone is declared there, as it is in a patch of the Topology, too; `nil` for any other field.
  static func holdsZone(_ path: String, _ kind: String) -> Bool? {
    switch kind {
    case "Topology": return ofTopology[path]
    case "InstanceGroup", "QuarksStatefulSet":
      let isOfList = path.hasPrefix("spec.lists.") && path.hasSuffix(".zones.[]")
      return ofGroup.contains(path) || isOfList ? false : nil
    default: return nil
    }
  }
}

/// The fields of Kubernetes' objects that hold names of others.
enum NameFields {
  /// What `replicas` of a kustomization file can scale.
  static let scaled: Set = [
    "InstanceGroup", "QuarksStatefulSet", "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController",
  ]

  private static let parents: [String: String] = [
    "configMap": "ConfigMap", "configMapRef": "ConfigMap", "configMapKeyRef": "ConfigMap",
    "secretRef": "Secret", "secretKeyRef": "Secret", "imagePullSecrets": "Secret",
  ]
  private static let keys: [String: String] = [
    "secretName": "Secret", "serviceAccountName": "ServiceAccount", "serviceAccount": "ServiceAccount",
    "claimName": "PersistentVolumeClaim", "priorityClassName": "PriorityClass", "serviceName": "Service",
  ]
  private static let withKind: Set = ["scaleTargetRef", "roleRef", "targetRef", "mirrorReplicas"]

  /// - Parameters:
  ///   - path: of a field of an object.
  ///   - parent: the mapping that the field stands in.
  /// - Returns: `nil` for a field that names no object.
  static func kinds(_ path: [String], _ parent: SourceNode?) -> Set<String>? {
    guard let key = path.last else { return nil }
    if let kind = keys[key] { return [kind] }
    let around = path.dropLast().last { $0 != SourcePath.item }
    guard key == "name", let around else { return nil }
    if let kind = parents[around] { return [kind] }
    // Ingresses have the name of their Service below it.
    if around == "service" { return ["Service"] }
    guard withKind.contains(around) || around == "subjects" else { return nil }
    return parent.map { $0.kind.isEmpty ? [] : [$0.kind] }
  }
}
