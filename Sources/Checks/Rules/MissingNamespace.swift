internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingNamespace = Rule(
    "missing-namespace", .warning, "A namespace that is not in the set, although others are",
    because: "The API server refuses objects of a namespace that it does not have.",
    bad: "namespace: wbe # the Namespace is called web",
    good: "namespace: web",
    scope: .whole
  ) { inventory, findings in
    let known = inventory.all("Namespace").map(\.name)
    guard !known.isEmpty else { return }
    let there = Set(texts: known + [ResourceID.defaultNamespace])
    let owned = Set(texts: inventory.workloads.map(\.namespace))
    var said: Set<KeyBytes> = []
    for resource in inventory.namespaced.value
    where !there.contains(resource.namespace) && !PlatformNamespace.isOne(resource.namespace) {
      let near = likely(resource.namespace, among: known)
      // Into the namespaces of others, a set puts bindings, monitors and policies, but no pods.
      guard near != nil || owned.contains(resource.namespace), said.insert(resource.namespace)
      else { continue }
      findings.add(
        "the namespace \"\(resource.namespace)\" is not in this set",
        at: resource.object.at("metadata", "namespace")?.position, in: resource,
        hint: near ?? "add a Namespace, or put the objects into one that is there")
    }
  }
}
