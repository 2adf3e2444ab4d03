internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let unusedConfig = Rule(
    "unused-config", .info, "A ConfigMap or Secret that no object of the set names",
    because: "It is dead weight, or something refers to it by a wrong name.",
    bad: """
      kind: ConfigMap
      metadata:
        name: web # no object of the set names it
      """,
    good: """
      configMapRef:
        name: web
      """,
    isOptIn: true
  ) { inventory, findings in
    let configs = (inventory.all("ConfigMap") + inventory.all("Secret")).filter { !isFound(byLabels: $0) }
    var used: Set<KeyBytes> = []
    for workload in inventory.workloads {
      for reference in workload.configs {
        used.insert("\(reference.kind) \(workload.namespace) \(reference.name)")
      }
    }
    var unnamed = Set(texts: configs.map(\.name))
    for resource in inventory.resources where !["ConfigMap", "Secret"].contains(resource.gvk.kind) {
      for node in places(resource) { strike(from: &unnamed, node) }
    }
    for resource in configs
    where unnamed.contains(resource.name)
      && !used.contains("\(resource.gvk.kind) \(resource.effectiveNamespace) \(resource.name)")
    {
      findings.add(
        "nothing uses the \(resource.gvk.kind) \"\(resource.name)\"", at: resource.namePosition, in: resource,
        hint: "leave it out, or see who was to use it")
    }
  }

  /// Whether programs look for it by something else than its name: a label, or its type.
  private static func isFound(byLabels resource: Resource) -> Bool {
    resource.object["type"]?.text == "kubernetes.io/service-account-token"
      || resource.labels?.pairs.contains { marks.contains($0.key.text) } ?? false
  }

  private static let marks = [
    "grafana_dashboard", "grafana_datasource", "grafana_alert", "argocd.argoproj.io/secret-type",
  ]

  /// Where an object may name one in a field that is not known here.
  private static func places(_ resource: Resource) -> [Node] {
    let object = resource.object
    let annotations = object.at("metadata", "annotations")
    let fields: [Node?] =
      switch resource.gvk.kind {
      case "Ingress": [object.at("spec", "tls")]
      case "ServiceAccount": [object["secrets"], object["imagePullSecrets"]]
      case "PersistentVolume": [object["spec"]]
      case "StorageClass": [object["parameters"]]
      // Workloads of custom kinds are known by their pods.
      default: BuiltinKinds.isKnown(resource.gvk) || Workload(resource) != nil ? [] : [object["spec"]]
      }
    return (fields + [annotations]).compactMap(\.self)
  }

  /// Takes away every name that a scalar is, also with a namespace in front.
  private static func strike(from names: inout Set<KeyBytes>, _ node: Node) {
    switch node {
    case .scalar(let scalar):
      names.remove(scalar.text)
      if let slash = scalar.text.lastIndex(of: "/") {
        names.remove(String(scalar.text[scalar.text.index(after: slash)...]))
      }
    case .sequence(let sequence): for item in sequence.items { strike(from: &names, item) }
    case .mapping(let mapping): for pair in mapping.pairs { strike(from: &names, pair.value) }
    }
  }
}
