internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingSubject = Rule(
    "missing-subject", .warning, "A binding to a ServiceAccount that is not in the set, although others are",
    because: "Nobody gets what it grants."
  ) { inventory, findings in
    let accounts = inventory.all("ServiceAccount")
    let namespaces = Set(accounts.map(\.effectiveNamespace))
    let api = "rbac.authorization.k8s.io"
    for binding in inventory.all("RoleBinding", api) + inventory.all("ClusterRoleBinding", api) {
      for subject in binding.object.items(of: "subjects") where subject["kind"]?.text == "ServiceAccount" {
        let namespace = subject["namespace"]?.text ?? binding.effectiveNamespace
        guard let node = subject["name"], let name = node.text, name != "default",
          namespaces.contains(namespace),
          inventory.object("ServiceAccount", name: name, in: namespace) == nil
        else { continue }
        findings.add(
          "\(binding.gvk.kind) \"\(binding.name)\" is for a ServiceAccount \"\(name)\" that is not there",
          at: node.position, in: binding,
          hint: likely(name, among: accounts.map(\.name)) ?? "add it, or name one that is there")
      }
    }
  }
}
