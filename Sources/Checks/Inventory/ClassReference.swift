internal import Diagnostics
internal import Resources
internal import YAML

/// A kind of class, which the whole cluster has.
struct ClassKind: Sendable {
  let name: String
  let group: String
  /// Whether it is for pods, and not for claims or Ingresses.
  let isNamedByPods: Bool
  /// What makes one count where none is named.
  private let markOfDefault: [String]

  static let priority = ClassKind(
    name: "PriorityClass", group: "scheduling.k8s.io", isNamedByPods: true, markOfDefault: ["globalDefault"])
  static let runtime = ClassKind(
    name: "RuntimeClass", group: "node.k8s.io", isNamedByPods: true, markOfDefault: [])
  static let ingress = ClassKind(
    name: "IngressClass", group: "networking.k8s.io", isNamedByPods: false,
    markOfDefault: ["metadata", "annotations", "ingressclass.kubernetes.io/is-default-class"])
  static let storage = ClassKind(
    name: "StorageClass", group: "storage.k8s.io", isNamedByPods: false,
    markOfDefault: ["metadata", "annotations", "storageclass.kubernetes.io/is-default-class"])

  static let all = [priority, runtime, ingress, storage]

  /// That of all objects without one.
  var namespace: String {
    ResourceID(gvk: GroupVersionKind(group: group, version: "v1", kind: name), name: "").effectiveNamespace
  }

  func isDefault(_ resource: Resource) -> Bool {
    guard !markOfDefault.isEmpty else { return false }
    return markOfDefault.reduce(resource.object as Node?) { $0?[$1] }?.text == "true"
  }
}

/// A place where a class is named.
struct ClassReference {
  let kind: ClassKind
  let name: Node
  let resource: Resource

  /// - Returns: those of all kinds; none in a set without classes, in which nothing is to be said of them.
  static func references(_ inventory: Inventory) -> [ClassReference] {
    guard ClassKind.all.contains(where: { !inventory.all($0.name, $0.group).isEmpty }) else { return [] }
    return inventory.workloads.flatMap(ofWorkload)
      + inventory.all("Ingress", "networking.k8s.io").flatMap { ingress in
        let old = ingress.annotations?["kubernetes.io/ingress.class"]
        return [ingress.object.at("spec", "ingressClassName"), old].compactMap { node in
          node.map { ClassReference(kind: .ingress, name: $0, resource: ingress) }
        }
      }
      + (inventory.all("PersistentVolumeClaim") + inventory.all("PersistentVolume")).compactMap { claim in
        claim.object.at("spec", "storageClassName").map {
          ClassReference(kind: .storage, name: $0, resource: claim)
        }
      }
  }

  private static func ofWorkload(_ workload: Workload) -> [ClassReference] {
    let claims =
      (workload.resource.object["spec"]?.items(of: "volumeClaimTemplates") ?? [])
      + workload.pod.items(of: "volumes").compactMap { $0.at("ephemeral", "volumeClaimTemplate") }
    let named =
      [(ClassKind.priority, workload.pod["priorityClassName"]), (.runtime, workload.pod["runtimeClassName"])]
      + claims.map { (.storage, $0.at("spec", "storageClassName")) }
    return named.compactMap { kind, node in
      node.map { ClassReference(kind: kind, name: $0, resource: workload.resource) }
    }
  }
}
