internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let unusedConfig = Rule(
    "unused-config", .info, "A ConfigMap or Secret that no pod of the set uses",
    because: "It is dead weight, or something refers to it by a wrong name.", isOptIn: true
  ) { inventory, findings in
    var used: Set<String> = []
    for workload in inventory.workloads {
      for reference in ConfigReference.references(of: workload) {
        used.insert("\(reference.kind) \(workload.namespace) \(reference.name)")
      }
    }
    for backend in inventory.all("Ingress", "networking.k8s.io") {
      for entry in backend.object["spec"]?.items(of: "tls") ?? [] {
        used.insert("Secret \(backend.effectiveNamespace) \(entry["secretName"]?.text ?? "")")
      }
    }
    for resource in inventory.all("ConfigMap") + inventory.all("Secret") {
      guard !used.contains("\(resource.gvk.kind) \(resource.effectiveNamespace) \(resource.name)") else {
        continue
      }
      findings.add(
        "no pod uses the \(resource.gvk.kind) \"\(resource.name)\"", at: resource.namePosition, in: resource,
        hint: "leave it out, or see who was to use it")
    }
  }
}
