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
  var except: [Opening] = []
  /// The package below `pkg/apis` or `pkg/registry`, and what in it refuses the change.
  let source: String

  /// A field that may change all the same.
  struct Opening: ExpressibleByStringLiteral {
    enum Condition {
      case always
      /// It was not there before.
      case isNew
      /// It is a quantity, and does not become less.
      case isNoLess
      /// It is of a Job that waits: nothing of it has run.
      case isSuspended
      /// It is of a Job whose pods have numbers, and there are as many of them as run at once.
      case isElastic
    }

    let path: String
    let condition: Condition

    init(stringLiteral path: String) { self.init(path, if: .always) }

    init(_ path: String, if condition: Condition) {
      self.path = path
      self.condition = condition
    }
  }

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
        "/spec/podFailurePolicy", "/spec/successPolicy", "/spec/backoffLimitPerIndex", "/spec/managedBy",
      ],
      except: [
        .init("/spec/completions", if: .isElastic),
        .init("/spec/template/metadata", if: .isSuspended),
        .init("/spec/template/spec/nodeSelector", if: .isSuspended),
        .init("/spec/template/spec/affinity/nodeAffinity", if: .isSuspended),
        .init("/spec/template/spec/tolerations", if: .isSuspended),
        .init("/spec/template/spec/schedulingGates", if: .isSuspended),
        .init("/spec/template/spec/containers/*/resources", if: .isSuspended),
        .init("/spec/template/spec/initContainers/*/resources", if: .isSuspended),
      ], source: "batch/validation ValidateJobSpecUpdate"),
    .init(group: "", kind: "Pod", paths: ["/spec"], source: "core/validation ValidatePodUpdate"),
    .init(
      group: "", kind: "PersistentVolumeClaim", paths: ["/spec"],
      except: [
        .init("/spec/resources/requests/storage", if: .isNoLess), "/spec/volumeAttributesClassName",
      ], source: "core/validation ValidatePersistentVolumeClaimUpdate"),
    .init(
      group: "", kind: "PersistentVolume", paths: ["/spec"],
      except: [
        "/spec/capacity", "/spec/accessModes", "/spec/claimRef", "/spec/persistentVolumeReclaimPolicy",
        "/spec/storageClassName", "/spec/mountOptions", "/spec/volumeAttributesClassName",
        .init("/spec/nodeAffinity", if: .isNew), .init("/spec/csi/controllerExpandSecretRef", if: .isNew),
      ], source: "core/validation ValidatePersistentVolumeUpdate"),
    .init(group: "", kind: "Secret", paths: ["/type"], source: "core/validation ValidateSecretUpdate"),
    .init(
      group: "discovery.k8s.io", kind: "EndpointSlice", paths: ["/addressType"],
      source: "discovery/validation ValidateEndpointSliceUpdate"),
    .init(
      group: "rbac.authorization.k8s.io", kind: "RoleBinding", paths: ["/roleRef"],
      source: "rbac/validation ValidateRoleBindingUpdate"),
    .init(
      group: "rbac.authorization.k8s.io", kind: "ClusterRoleBinding", paths: ["/roleRef"],
      source: "rbac/validation ValidateClusterRoleBindingUpdate"),
    .init(
      group: "resource.k8s.io", kind: "ResourceClaim", paths: ["/spec"],
      source: "resource/validation ValidateResourceClaimUpdate"),
    .init(
      group: "resource.k8s.io", kind: "ResourceClaimTemplate", paths: ["/spec"],
      source: "resource/validation ValidateResourceClaimTemplateUpdate"),
    .init(
      group: "storage.k8s.io", kind: "StorageClass",
      paths: ["/provisioner", "/parameters", "/reclaimPolicy", "/volumeBindingMode"],
      source: "storage/validation ValidateStorageClassUpdate"),
    .init(
      group: "storage.k8s.io", kind: "VolumeAttributesClass", paths: ["/driverName", "/parameters"],
      source: "storage/validation ValidateVolumeAttributesClassUpdate"),
    .init(
      group: "storage.k8s.io", kind: "VolumeAttachment", paths: ["/spec"],
      source: "storage/validation ValidateVolumeAttachmentUpdate"),
    .init(
      group: "storage.k8s.io", kind: "CSIDriver",
      paths: ["/spec/attachRequired", "/spec/volumeLifecycleModes"],
      source: "storage/validation ValidateCSIDriverUpdate"),
    .init(
      group: "networking.k8s.io", kind: "IngressClass", paths: ["/spec/controller"],
      source: "networking/validation validateIngressClassSpecUpdate"),
    .init(
      group: "networking.k8s.io", kind: "IPAddress", paths: ["/spec/parentRef"],
      source: "networking/validation ValidateIPAddressUpdate"),
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
        rule?.fixes(change, from: old, to: new) ?? false || isLocked && isContent(change.path)
        || isService && AddressOfService.isFixed(change, from: old, to: new)
      if isFixed { fixed.append(change) }
    }
    return fixed
  }

  private func fixes(_ change: FieldChange, from old: Resource, to new: Resource) -> Bool {
    guard paths.contains(where: change.path.isCovered) else { return false }
    if kind == "Pod" { return !PodUpdate.takes(change, of: old) }
    return !except.contains { opening in
      change.path.isCovered(by: opening.path) && opening.condition.holds(for: change, from: old, to: new)
    }
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
    if change.path.isCovered(by: "/spec/healthCheckNodePort") {
      return change.old != nil && change.new != nil
    }
    // What is left out stays as it is on the server: a headless Service would not get an address.
    if change.path.isCovered(by: "/spec/clusterIP"), change.old?.text == "None", change.new == nil {
      return true
    }
    guard let after = change.new, !(after.text ?? "-").isEmpty else { return false }
    return ["/spec/clusterIP", "/spec/clusterIPs/0"].contains(where: change.path.isCovered)
      || change.old != nil && change.path.isCovered(by: "/spec/ipFamilies/0")
        && old.object.at("spec", "clusterIP")?.text != "None"
  }
}

extension FixedFields.Opening.Condition {
  fileprivate func holds(for change: FieldChange, from old: Resource, to new: Resource) -> Bool {
    switch self {
    case .always: true
    case .isNew: change.old == nil
    case .isNoLess: !change.shrinks
    case .isSuspended: old.object.at("spec", "suspend")?.text == "true"
    case .isElastic:
      old.object.at("spec", "completionMode")?.text == "Indexed"
        && change.new?.wholeNumber == new.object.at("spec", "parallelism")?.wholeNumber
    }
  }
}

extension FieldChange {
  /// Whether both are quantities and the new one is less.
  fileprivate var shrinks: Bool {
    guard let old = old?.text.flatMap(Quantity.init), let new = new?.text.flatMap(Quantity.init) else {
      return false
    }
    return new < old
  }
}
