internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingRole = Rule(
    "missing-role", .warning, "A binding of a role that is not in the set",
    because: "It grants nothing. A ClusterRole counts as missing only where the set has others."
  ) { inventory, findings in
    let hasClusterRoles = !inventory.all("ClusterRole", api).isEmpty
    for binding in inventory.all("RoleBinding", api) + inventory.all("ClusterRoleBinding", api) {
      guard let reference = binding.object["roleRef"], let kind = reference["kind"]?.text,
        let name = reference["name"]?.text
      else { continue }
      let namespace = kind == "ClusterRole" ? clusterScope : binding.effectiveNamespace
      guard inventory.object(kind, api, name: name, in: namespace) == nil,
        kind == "Role" || hasClusterRoles && !isBuiltIn(name)
      else { continue }
      findings.add(
        "\(binding.gvk.kind) \"\(binding.name)\" grants the \(kind) \"\(name)\", which is not there",
        at: reference["name"]?.position, in: binding,
        hint: likely(name, among: inventory.all(kind, api).map(\.name))
          ?? "add the \(kind), or name one that is there")
    }
  }

  private static let api = "rbac.authorization.k8s.io"

  private static let clusterScope = ResourceID(
    gvk: GroupVersionKind(group: api, version: "v1", kind: "ClusterRole"), name: ""
  ).effectiveNamespace

  private static func isBuiltIn(_ name: String) -> Bool {
    ["cluster-admin", "admin", "edit", "view"].contains(name) || name.hasPrefix("system:")
  }
}
