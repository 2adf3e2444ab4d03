internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingSubject = Rule(
    "missing-subject", .warning,
    "A binding to a ServiceAccount that is not in the set, although others of its namespace are",
    because: "Nobody gets what it grants; the API server refuses a ClusterRoleBinding without the namespace.",
    bad: """
      subjects:
      - kind: ServiceAccount
        name: wbe # the ServiceAccount is called web
      """,
    good: """
      subjects:
      - kind: ServiceAccount
        name: web
      """,
    scope: .whole
  ) { inventory, findings in
    let api = "rbac.authorization.k8s.io"
    for binding in inventory.all("RoleBinding", api) + inventory.all("ClusterRoleBinding", api) {
      for subject in binding.object.items(of: "subjects") where subject["kind"]?.text == "ServiceAccount" {
        guard let node = subject["name"], let name = node.text else { continue }
        let named = subject["namespace"]?.text ?? ""
        if named.isEmpty, binding.isClusterScoped {
          // Without any namespace it is a set for any, and gets the namespace with it.
          guard !inventory.namespaced.value.isEmpty else { continue }
          findings.add(
            "\(binding.gvk.kind) \"\(binding.name)\" names the ServiceAccount \"\(name)\" without its namespace",
            at: node.position, in: binding, hint: "write the namespace of the ServiceAccount beside its name")
          continue
        }
        let namespace = named.isEmpty ? binding.effectiveNamespace : named
        // The accounts of Kubernetes' own controllers are in no set.
        guard name != "default", !PlatformNamespace.isOne(namespace),
          inventory.has("ServiceAccount", in: namespace),
          inventory.object("ServiceAccount", name: name, in: namespace) == nil
        else { continue }
        findings.add(
          "\(binding.gvk.kind) \"\(binding.name)\" is for a ServiceAccount \"\(name)\" that is not there",
          at: node.position, in: binding,
          hint: inventory.likely("ServiceAccount", name: name, in: namespace)
            ?? "add it, or name one that is there")
      }
    }
  }
}
