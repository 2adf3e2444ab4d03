internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingNamespace = Rule(
    "missing-namespace", .warning, "A namespace that is not in the set, although others are",
    because: "The API server refuses objects of a namespace that it does not have."
  ) { inventory, findings in
    let known = inventory.all("Namespace").map(\.name)
    guard !known.isEmpty else { return }
    let there = Set(texts: known + ["default", "kube-system", "kube-public", "kube-node-lease"])
    var said: Set<KeyBytes> = []
    for resource in inventory.namespaced where !there.contains(resource.namespace) {
      guard said.insert(resource.namespace) else { continue }
      findings.add(
        "the namespace \"\(resource.namespace)\" is not in this set",
        at: resource.object.at("metadata", "namespace")?.position, in: resource,
        hint: likely(resource.namespace, among: known)
          ?? "add a Namespace, or put the objects into one that is there")
    }
  }
}
