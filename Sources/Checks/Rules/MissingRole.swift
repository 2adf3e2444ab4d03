internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingRole = Rule(
    "missing-role", .warning, "A binding of a role that is not in the set",
    because: """
      It grants nothing. A ClusterRole counts as missing only where the set has others, a Role only where its \
      namespace has.
      """,
    bad: """
      roleRef:
        kind: Role
        name: reader # the Role is called readers
      """,
    good: """
      roleRef:
        kind: Role
        name: readers
      """,
    scope: .whole
  ) { inventory, findings in
    for binding in inventory.all("RoleBinding", api) + inventory.all("ClusterRoleBinding", api) {
      guard let reference = binding.object["roleRef"], let kind = reference["kind"]?.text,
        let name = reference["name"]?.text
      else { continue }
      let namespace = kind == "ClusterRole" ? clusterScope : binding.effectiveNamespace
      guard inventory.object(kind, api, name: name, in: namespace) == nil,
        inventory.has(kind, api, in: namespace)
      else { continue }
      let near = inventory.likely(kind, api, name: name, in: namespace)
      guard !isBuiltIn(name), near != nil || !isMadeOfOperator(name) else { continue }
      findings.add(
        "\(binding.gvk.kind) \"\(binding.name)\" grants the \(kind) \"\(name)\", which is not there",
        at: reference["name"]?.position, in: binding,
        hint: near ?? "add the \(kind), or name one that is there")
    }
  }

  private static let api = "rbac.authorization.k8s.io"

  private static let clusterScope = ResourceID(
    gvk: GroupVersionKind(group: api, version: "v1", kind: "ClusterRole"), name: ""
  ).effectiveNamespace

  /// Roles that every cluster has, and those that kubeadm, OpenShift and the Operator Lifecycle Manager make.
  private static func isBuiltIn(_ name: String) -> Bool {
    everywhere.contains(name) || makers.contains(where: name.hasPrefix)
  }

  private static let everywhere = [
    "cluster-admin", "admin", "edit", "view", "extension-apiserver-authentication-reader",
    // OpenShift 4
    "basic-user", "cluster-monitoring-view", "cluster-reader", "cluster-status", "hostmount-anyuid",
    "monitoring-edit", "monitoring-rules-edit", "monitoring-rules-view", "registry-admin", "registry-editor",
    "registry-viewer", "self-access-reviewer", "self-provisioner", "storage-admin", "sudoer",
    "user-workload-monitoring-config-edit",
  ]
  private static let makers = ["system:", "kubeadm:", "openshift-", "olm."]
  private static let endsOfOperatorRoles = ["-admin", "-edit", "-view", "-crdview"]

  /// `kafkas.kafka.strimzi.io-v1beta2-view`: a role that goes with a custom resource, and those that operators add to
  /// Kubernetes' own roles, such as `cert-manager-view`.
  private static func isMadeOfOperator(_ name: String) -> Bool {
    endsOfOperatorRoles.contains(where: name.hasSuffix)
  }
}
