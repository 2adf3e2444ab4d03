internal import Resources
internal import YAML

/// Custom objects of operators, which make pods, Services and Secrets of them that no set holds: named after the
/// object, and labelled with its name or its labels.
struct OperatedObjects: Sendable {
  private struct Name: Hashable {
    let namespace: KeyBytes
    let name: KeyBytes

    init(namespace: String, name: String) {
      self.namespace = KeyBytes(text: namespace)
      self.name = KeyBytes(text: name)
    }
  }

  private var namespaces: Set<KeyBytes> = []
  private var names: Set<Name> = []
  private var byLabel: [NamespacedLabel: [Int]] = [:]
  private var labels: [[KeyBytes: String]] = []

  init(_ objects: ObjectIndex) {
    for resource in objects.all(where: Self.mayMakePods) where Self.hidesPods(resource) {
      let namespace = resource.effectiveNamespace
      namespaces.insert(namespace)
      names.insert(Name(namespace: namespace, name: resource.name))
      // The Prometheus operator's one Service for all objects of a kind.
      names.insert(Name(namespace: namespace, name: resource.gvk.kind.lowercased() + "-operated"))
      for labels in Self.labels(of: resource) { add(labels, in: namespace) }
    }
  }

  private mutating func add(_ mapping: Mapping, in namespace: String) {
    var known: [KeyBytes: String] = [:]
    for pair in mapping.pairs {
      let value = pair.value.text ?? ""
      known[pair.key.text] = value
      for value in [value, nil] {
        byLabel[NamespacedLabel(namespace: namespace, key: pair.key.text, value: value), default: []].append(
          labels.count)
      }
    }
    labels.append(known)
  }

  /// Groups of custom objects that are about pods, certificates, routes or rules of others, and make no pods. (Those
  /// of Kubernetes itself are none of operators, `leaderworkerset.x-k8s.io` and its like are.)
  private static let groupsWithoutPods = [
    "cert-manager.io", "external-secrets.io", "bitnami.com", "keda.sh", "traefik.io", "traefik.containo.us",
    "projectcontour.io", "cilium.io", "kyverno.io", "secrets.hashicorp.com", "isindir.github.com",
    "getambassador.io", "linkerd.io", "policy.linkerd.io", "source.toolkit.fluxcd.io", "route.openshift.io",
    "rollout-operator.grafana.com",
  ]
  private static let endsOfGroupsWithoutPods = [".k8s.io", ".istio.io"]

  private static let kindsWithoutPods = [
    "ServiceMonitor", "PodMonitor", "PrometheusRule", "ScrapeConfig", "Probe", "Application",
    "ApplicationSet",
    "AppProject",
  ]

  private static func mayMakePods(_ gvk: GroupVersionKind) -> Bool {
    !BuiltinKinds.isKnown(gvk) && !groupsWithoutPods.contains(gvk.group)
      && !endsOfGroupsWithoutPods.contains(where: gvk.group.hasSuffix) && !kindsWithoutPods.contains(gvk.kind)
      && gvk.group.contains(".")
  }

  /// What has a pod template with labels shows its pods, and is a workload.
  private static func hidesPods(_ resource: Resource) -> Bool {
    resource.object.at("spec", "template", "metadata", "labels") == nil
      || resource.object.at("spec", "template", "spec", "containers") == nil
  }

  private static func labels(of resource: Resource) -> [Mapping] {
    let spec = resource.object["spec"]
    let named = [
      resource.labels, spec?.at("podMetadata", "labels")?.mapping,
      spec?.at("inheritedMetadata", "labels")?.mapping,
    ]
    return named.compactMap(\.self) + (spec.map { labelsOfTemplates($0) } ?? [])
  }

  /// Of `metadata.labels` in everything below that is called a template.
  private static func labelsOfTemplates(_ node: Node) -> [Mapping] {
    switch node {
    case .scalar: []
    case .sequence(let sequence): sequence.items.flatMap(labelsOfTemplates)
    case .mapping(let mapping):
      mapping.pairs.flatMap { pair in
        let isTemplate = pair.key.text.hasSuffix("emplate")
        let own = isTemplate ? pair.value.at("metadata", "labels")?.mapping : nil
        return (own.map { [$0] } ?? []) + labelsOfTemplates(pair.value)
      }
    }
  }

  /// Whether an object of this name may be made of a custom object: `pg`, `pg-rw` of the Cluster `pg`.
  func mayMake(_ name: String, in namespace: String) -> Bool {
    guard namespaces.contains(namespace) else { return false }
    let dash = UInt8(ascii: "-")
    let bytes = Array(name.utf8)
    return bytes.indices.contains { index in
      bytes[index] == dash
        && names.contains(Name(namespace: namespace, name: String(decoding: bytes[..<index], as: UTF8.self)))
    } || names.contains(Name(namespace: namespace, name: name))
  }

  func mayMakePods(selectedBy selector: PodSelector, in namespace: String) -> Bool {
    guard namespaces.contains(namespace) else { return false }
    var wanted: [NamespacedLabel] = []
    for requirement in selector.requirements {
      switch requirement {
      case .among(_, let values) where values.contains { mayMake($0, in: namespace) }: return true
      case .among(let key, let values) where values.count == 1:
        wanted.append(NamespacedLabel(namespace: namespace, key: key, value: values[0]))
      case .among(let key, _), .exists(let key):
        wanted.append(NamespacedLabel(namespace: namespace, key: key, value: nil))
      case .notAmong, .absent: continue
      }
    }
    let rarest = wanted.map { byLabel[$0] ?? [] }.min { $0.count < $1.count }
    // A selector that only excludes pods may well mean these.
    guard let rarest else { return true }
    return rarest.contains { meets(labels[$0], selector) }
  }

  private func meets(_ labels: [KeyBytes: String], _ selector: PodSelector) -> Bool {
    selector.requirements.allSatisfy { $0.holds({ labels[$0] }) }
  }
}
