internal import Resources
internal import YAML

/// Fields that the API server takes when an object is created, and never again.
///
/// From the validation of updates in Kubernetes 1.36 (`pkg/apis/*/validation`, `pkg/registry/*/strategy.go`).
struct FixedFields {
  let group: String
  let kind: String
  /// Paths; everything below them is fixed, too.
  let paths: [String]
  var except: [String] = []
  /// The package below `pkg/apis` or `pkg/registry`, and what in it refuses the change.
  let source: String

  static let all: [FixedFields] = [
    .init(
      group: "apps", kind: "StatefulSet", paths: ["/spec"],
      except: [
        "/spec/replicas", "/spec/ordinals", "/spec/template", "/spec/updateStrategy",
        "/spec/revisionHistoryLimit", "/spec/persistentVolumeClaimRetentionPolicy", "/spec/minReadySeconds",
      ], source: "apps/validation ValidateStatefulSetUpdate"),
    .init(
      group: "apps", kind: "Deployment", paths: ["/spec/selector"],
      source: "apps/deployment/strategy ValidateUpdate"),
    .init(
      group: "apps", kind: "DaemonSet", paths: ["/spec/selector"],
      source: "apps/daemonset/strategy ValidateUpdate"),
    .init(
      group: "apps", kind: "ReplicaSet", paths: ["/spec/selector"],
      source: "apps/replicaset/strategy ValidateUpdate"),
    .init(
      group: "apps", kind: "ControllerRevision", paths: ["/data"],
      source: "apps/validation ValidateControllerRevisionUpdate"),
    .init(
      group: "batch", kind: "Job",
      paths: [
        "/spec/selector", "/spec/template", "/spec/completions", "/spec/completionMode",
        "/spec/podFailurePolicy",
        "/spec/successPolicy", "/spec/backoffLimitPerIndex", "/spec/managedBy",
      ], source: "batch/validation ValidateJobSpecUpdate"),
    .init(group: "", kind: "Pod", paths: ["/spec"], source: "core/validation ValidatePodUpdate"),
    .init(
      group: "", kind: "PersistentVolumeClaim", paths: ["/spec"],
      except: ["/spec/resources/requests/storage", "/spec/volumeAttributesClassName"],
      source: "core/validation ValidatePersistentVolumeClaimUpdate"),
    .init(
      group: "", kind: "PersistentVolume", paths: ["/spec"],
      except: [
        "/spec/capacity", "/spec/accessModes", "/spec/claimRef", "/spec/persistentVolumeReclaimPolicy",
        "/spec/storageClassName", "/spec/mountOptions", "/spec/nodeAffinity",
        "/spec/volumeAttributesClassName",
      ], source: "core/validation ValidatePersistentVolumeUpdate"),
    .init(group: "", kind: "Secret", paths: ["/type"], source: "core/validation ValidateSecretUpdate"),
    .init(
      group: "rbac.authorization.k8s.io", kind: "RoleBinding", paths: ["/roleRef"],
      source: "rbac/validation ValidateRoleBindingUpdate"),
    .init(
      group: "rbac.authorization.k8s.io", kind: "ClusterRoleBinding", paths: ["/roleRef"],
      source: "rbac/validation ValidateClusterRoleBindingUpdate"),
    .init(
      group: "storage.k8s.io", kind: "StorageClass",
      paths: ["/provisioner", "/parameters", "/reclaimPolicy", "/volumeBindingMode"],
      source: "storage/validation ValidateStorageClassUpdate"),
    .init(
      group: "storage.k8s.io", kind: "VolumeAttributesClass", paths: ["/driverName", "/parameters"],
      source: "storage/validation ValidateVolumeAttributesClassUpdate"),
    .init(
      group: "storage.k8s.io", kind: "CSIDriver",
      paths: ["/spec/attachRequired", "/spec/volumeLifecycleModes"],
      source: "storage/validation ValidateCSIDriverUpdate"),
    .init(
      group: "networking.k8s.io", kind: "IngressClass", paths: ["/spec/controller"],
      source: "networking/validation validateIngressClassSpecUpdate"),
    .init(
      group: "apiextensions.k8s.io", kind: "CustomResourceDefinition",
      paths: ["/spec/group", "/spec/scope", "/spec/names/kind", "/spec/names/plural"],
      source: "apiextensions/validation validateCustomResourceDefinitionSpecUpdate"),
    .init(
      group: "scheduling.k8s.io", kind: "PriorityClass", paths: ["/value", "/preemptionPolicy"],
      source: "scheduling/validation ValidatePriorityClassUpdate"),
    .init(
      group: "node.k8s.io", kind: "RuntimeClass", paths: ["/handler"],
      source: "node/validation ValidateRuntimeClassUpdate"),
  ]

  static func changes(from old: Resource, to new: Resource) -> [FieldChange] {
    var fixed: [FieldChange] = []
    let isLocked = locksItself(old)
    let rule = all.first { $0.group == new.gvk.group && $0.kind == new.gvk.kind }
    let isService = new.gvk.group.isEmpty && new.gvk.kind == "Service"
    guard rule != nil || isLocked || isService else { return [] }
    for change in ServerDefaults.changes(from: old, to: new) {
      let isFixed =
        rule?.fixes(change, of: old) ?? false || isLocked && isContent(change.path)
        || isService && AddressOfService.isFixed(change, from: old, to: new)
      if isFixed { fixed.append(change) }
    }
    return fixed
  }

  private func fixes(_ change: FieldChange, of old: Resource) -> Bool {
    guard paths.contains(where: change.path.isCovered) else { return false }
    switch kind {
    case "Job": return !isStillOpen(change.path, of: old)
    case "Pod": return !PodUpdate.takes(change, of: old)
    case "PersistentVolumeClaim" where change.path.isCovered(by: "/spec/resources/requests/storage"):
      return change.shrinks
    default: return !except.contains(where: change.path.isCovered)
    }
  }

  /// A Job that waits may still be told where to run, and one with indexes how many of them there are.
  private func isStillOpen(_ path: ChangePath, of old: Resource) -> Bool {
    if path.isCovered(by: "/spec/completions") {
      return old.object.at("spec", "completionMode")?.text == "Indexed"
    }
    guard old.object.at("spec", "suspend")?.text == "true" else { return false }
    let open = ["metadata", "spec/nodeSelector", "spec/affinity", "spec/tolerations"]
    return open.contains { path.isCovered(by: "/spec/template/" + $0) }
  }

  /// A ConfigMap or Secret that says of itself that it never changes.
  private static func locksItself(_ resource: Resource) -> Bool {
    resource.gvk.group.isEmpty && ["ConfigMap", "Secret"].contains(resource.gvk.kind)
      && resource.object["immutable"]?.text == "true"
  }

  private static func isContent(_ path: ChangePath) -> Bool {
    ["/data", "/binaryData", "/stringData", "/immutable"].contains(where: path.isCovered)
  }
}

/// The addresses of a Service, which it keeps as long as it has any.
private enum AddressOfService {
  static func isFixed(_ change: FieldChange, from old: Resource, to new: Resource) -> Bool {
    let types = [old, new].map { $0.object.at("spec", "type")?.text ?? "ClusterIP" }
    guard !types.contains("ExternalName") else { return false }
    if change.path.isCovered(by: "/spec/loadBalancerClass") {
      return types == ["LoadBalancer", "LoadBalancer"]
    }
    // What is left out stays as it is on the server: a headless Service would not get an address.
    if change.path.isCovered(by: "/spec/clusterIP"), change.old?.text == "None", change.new == nil {
      return true
    }
    guard let after = change.new, !(after.text ?? "-").isEmpty else { return false }
    return ["/spec/clusterIP", "/spec/clusterIPs/0"].contains(where: change.path.isCovered)
  }
}

extension FieldChange {
  /// Whether both are quantities and the new one is less.
  var shrinks: Bool {
    guard let old = old?.text.flatMap(Quantity.init), let new = new?.text.flatMap(Quantity.init) else {
      return false
    }
    return new < old
  }
}
