internal import Diagnostics
internal import Resources
internal import YAML

/// One wish of a pod about other pods: affinity, anti-affinity or spread.
struct PlacementTerm {
  enum Kind: String {
    case affinity = "pod affinity"
    case antiAffinity = "pod anti-affinity"
    case spread = "topology spread constraint"
  }

  let kind: Kind
  let node: Node
  /// `nil` selects no pod at all.
  let selector: PodSelector?

  private init(_ kind: Kind, _ node: Node) {
    self.kind = kind
    self.node = node
    selector = PodSelector(node["labelSelector"])
  }

  /// Where the pods are looked for; `nil` where a selector of namespaces decides that.
  func namespaces(of workload: Workload) -> [String]? {
    guard node["namespaceSelector"] == nil else { return nil }
    let named = node.items(of: "namespaces").compactMap(\.text)
    return named.isEmpty ? [workload.namespace] : named
  }

  static func terms(of workload: Workload) -> [PlacementTerm] {
    let affinity = workload.pod["affinity"]
    return terms(.affinity, affinity?["podAffinity"]) + terms(.antiAffinity, affinity?["podAntiAffinity"])
      + workload.pod.items(of: "topologySpreadConstraints").map { PlacementTerm(.spread, $0) }
  }

  private static func terms(_ kind: Kind, _ node: Node?) -> [PlacementTerm] {
    guard let node else { return [] }
    let required = node.items(of: "requiredDuringSchedulingIgnoredDuringExecution")
    let preferred = node.items(of: "preferredDuringSchedulingIgnoredDuringExecution")
    return (required + preferred.compactMap { $0["podAffinityTerm"] }).map { PlacementTerm(kind, $0) }
  }

  /// Whether it keeps the instances of a workload apart.
  func spreads(_ workload: Workload, _ replicas: Int) -> Bool {
    guard kind != .affinity, let selector, node.integer("maxSkew") ?? 1 < replicas,
      namespaces(of: workload)?.containsBytes(of: workload.namespace) ?? true
    else { return false }
    return workload.isSelected(by: selector)
  }
}
