internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let obsoleteAPI = Rule(
    "obsolete-api", .error, "An API version that Kubernetes does not serve any more",
    because: "Servers since the version named refuse the object.",
    bad: """
      apiVersion: policy/v1beta1
      kind: PodDisruptionBudget
      """,
    good: """
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      """
  ) { inventory, findings in
    for removed in removedAPIs {
      let version = GroupVersionKind(apiVersion: removed.version, kind: "")
      for kind in removed.kinds {
        var gvk = version
        gvk.kind = kind
        for resource in inventory.all(gvk) {
          findings.add(
            "\(kind) of \(removed.version) is not served since Kubernetes \(removed.since)",
            at: resource.object["apiVersion"]?.position, in: resource,
            hint: removed.successor.map { "write apiVersion: \($0)" }
              ?? "leave it out, and label the namespace for Pod Security admission instead")
        }
      }
    }
  }

  /// Whether servers of old served it.
  static func isObsolete(_ gvk: GroupVersionKind) -> Bool {
    removedAPIs.contains { $0.version == gvk.apiVersion && $0.kinds.contains(gvk.kind) }
  }

  /// kubernetes.io/docs/reference/using-api/deprecation-guide
  private static let removedAPIs: [(version: String, kinds: [String], since: String, successor: String?)] = [
    ("extensions/v1beta1", ["Deployment", "DaemonSet", "ReplicaSet"], "1.16", "apps/v1"),
    ("extensions/v1beta1", ["NetworkPolicy"], "1.16", "networking.k8s.io/v1"),
    ("extensions/v1beta1", ["PodSecurityPolicy"], "1.16", nil),
    ("extensions/v1beta1", ["Ingress"], "1.22", "networking.k8s.io/v1"),
    ("apps/v1beta1", ["Deployment", "StatefulSet"], "1.16", "apps/v1"),
    ("apps/v1beta2", ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"], "1.16", "apps/v1"),
    ("networking.k8s.io/v1beta1", ["Ingress", "IngressClass"], "1.22", "networking.k8s.io/v1"),
    (
      "rbac.authorization.k8s.io/v1beta1", ["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"],
      "1.22",
      "rbac.authorization.k8s.io/v1"
    ),
    (
      "admissionregistration.k8s.io/v1beta1",
      ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"], "1.22",
      "admissionregistration.k8s.io/v1"
    ),
    ("apiextensions.k8s.io/v1beta1", ["CustomResourceDefinition"], "1.22", "apiextensions.k8s.io/v1"),
    ("scheduling.k8s.io/v1beta1", ["PriorityClass"], "1.22", "scheduling.k8s.io/v1"),
    (
      "storage.k8s.io/v1beta1", ["StorageClass", "VolumeAttachment", "CSIDriver", "CSINode"], "1.22",
      "storage.k8s.io/v1"
    ),
    ("storage.k8s.io/v1beta1", ["CSIStorageCapacity"], "1.27", "storage.k8s.io/v1"),
    ("apiregistration.k8s.io/v1beta1", ["APIService"], "1.22", "apiregistration.k8s.io/v1"),
    ("certificates.k8s.io/v1beta1", ["CertificateSigningRequest"], "1.22", "certificates.k8s.io/v1"),
    ("coordination.k8s.io/v1beta1", ["Lease"], "1.22", "coordination.k8s.io/v1"),
    ("node.k8s.io/v1beta1", ["RuntimeClass"], "1.25", "node.k8s.io/v1"),
    ("events.k8s.io/v1beta1", ["Event"], "1.25", "events.k8s.io/v1"),
    (
      "flowcontrol.apiserver.k8s.io/v1beta1", ["FlowSchema", "PriorityLevelConfiguration"], "1.26",
      "flowcontrol.apiserver.k8s.io/v1"
    ),
    (
      "flowcontrol.apiserver.k8s.io/v1beta2", ["FlowSchema", "PriorityLevelConfiguration"], "1.29",
      "flowcontrol.apiserver.k8s.io/v1"
    ),
    (
      "flowcontrol.apiserver.k8s.io/v1beta3", ["FlowSchema", "PriorityLevelConfiguration"], "1.32",
      "flowcontrol.apiserver.k8s.io/v1"
    ),
    ("batch/v2alpha1", ["CronJob"], "1.21", "batch/v1"),
    ("batch/v1beta1", ["CronJob"], "1.25", "batch/v1"),
    ("discovery.k8s.io/v1beta1", ["EndpointSlice"], "1.25", "discovery.k8s.io/v1"),
    ("policy/v1beta1", ["PodDisruptionBudget"], "1.25", "policy/v1"),
    ("policy/v1beta1", ["PodSecurityPolicy"], "1.25", nil),
    ("autoscaling/v2beta1", ["HorizontalPodAutoscaler"], "1.25", "autoscaling/v2"),
    ("autoscaling/v2beta2", ["HorizontalPodAutoscaler"], "1.26", "autoscaling/v2"),
  ]
}
