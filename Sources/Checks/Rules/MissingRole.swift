internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingRole = Rule(
    "missing-role", .warning, "A binding of a role that is not in the set",
    because: """
      It grants nothing. A ClusterRole counts as missing only where the set has others, a Role only where its \
      namespace has.
      """
  ) { inventory, findings in
    for binding in inventory.all("RoleBinding", api) + inventory.all("ClusterRoleBinding", api) {
      guard let reference = binding.object["roleRef"], let kind = reference["kind"]?.text,
        let name = reference["name"]?.text
      else { continue }
      let namespace = kind == "ClusterRole" ? clusterScope : binding.effectiveNamespace
      guard inventory.object(kind, api, name: name, in: namespace) == nil, !isBuiltIn(name),
        inventory.has(kind, api, in: namespace)
      else { continue }
      findings.add(
        "\(binding.gvk.kind) \"\(binding.name)\" grants the \(kind) \"\(name)\", which is not there",
        at: reference["name"]?.position, in: binding,
        hint: inventory.likely(kind, api, name: name, in: namespace)
          ?? "add the \(kind), or name one that is there")
    }
  }

  private static let api = "rbac.authorization.k8s.io"

  private static let clusterScope = ResourceID(
    gvk: GroupVersionKind(group: api, version: "v1", kind: "ClusterRole"), name: ""
  ).effectiveNamespace

  /// Roles that every cluster has, and those that kubeadm makes.
  private static func isBuiltIn(_ name: String) -> Bool {
    ["cluster-admin", "admin", "edit", "view", "extension-apiserver-authentication-reader"].contains(name)
      || name.hasPrefix("system:") || name.hasPrefix("kubeadm:")
  }
}
