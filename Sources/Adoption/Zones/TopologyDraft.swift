internal import Resources
internal import YAML

/// What all groups have in common, as the Topology says it.
struct TopologyDraft {
  var zones: [AdoptedZone] = []
  var labelPrefix = "quarks.cloudfoundry.org"
  /// Of all groups, when all have the same.
  var deployment: String?
  var workloadName = WorkloadNaming.patterns[0]
  var zoneNodeLabel = NodeZone.labels[0]
  var podOrdinalSource = OrdinalSource.podIndex
  /// The version that the policy which sets ordinals needs.
  var kubernetesVersion: String?
  /// What the name of that policy begins with.
  var name: String?

  enum OrdinalSource: String {
    case podIndex = "PodIndex"
    case podName = "PodName"
    case label = "Label"
  }

  /// With defaults left out; `nil` where there is nothing to say.
  var node: Node? {
    var spec = Mapping()
    let usual = TopologyDraft()
    if let deployment { spec["deployment"] = .string(deployment) }
    if let kubernetesVersion {
      spec["kubernetesVersion"] = .scalar(Scalar(kubernetesVersion, style: .doubleQuoted))
    }
    if zoneNodeLabel != usual.zoneNodeLabel { spec["zoneNodeLabel"] = .string(zoneNodeLabel) }
    if labelPrefix != usual.labelPrefix { spec["labelPrefix"] = .string(labelPrefix) }
    if workloadName != usual.workloadName { spec["workloadName"] = .string(workloadName) }
    if podOrdinalSource != usual.podOrdinalSource {
      spec["podOrdinalSource"] = .string(podOrdinalSource.rawValue)
    }
    if !zones.isEmpty { spec["zones"] = .sequence(zones.enumerated().map { node(of: $1, at: $0) }) }
    if spec.isEmpty { return nil }
    return .mapping([
      "apiVersion": "zonal/v1alpha1", "kind": "Topology",
      "metadata": .mapping(["name": .string(name ?? deployment ?? "zones")]), "spec": .mapping(spec),
    ])
  }

  private func node(of zone: AdoptedZone, at position: Int) -> Node {
    .mapping([
      "name": .string(zone.name), "index": zone.index == position ? nil : .integer(zone.index),
      "nodeLabelValue": sameBytes(zone.nodeLabelValue, zone.name) ? nil : .string(zone.nodeLabelValue),
    ])
  }
}

extension TopologyDraft {
  /// Reads from what runs what groups generated it with.
  init(of families: [Family], in set: ResourceSet) {
    let labels = families.compactMap(\.labels)
    if let first = labels.first { labelPrefix = first.prefix }
    let deployments = families.map { $0.deployment(under: labelPrefix) }
    if let first = deployments.first, deployments.allSatisfy({ $0 == first }) { deployment = first }
    zoneNodeLabel = Self.nodeLabel(of: families)
    readOrdinalSource(set)
  }

  /// By which a Service finds the pod of one instance.
  private mutating func readOrdinalSource(_ set: ResourceSet) {
    for resource in set.resources where resource.gvk.kind == "Service" && resource.gvk.group.isEmpty {
      guard let selector = resource.object[["spec", "selector"]]?.mapping else { continue }
      if selector["\(labelPrefix)/pod-ordinal"] != nil {
        podOrdinalSource = .label
      } else if selector["statefulset.kubernetes.io/pod-name"] != nil {
        podOrdinalSource = .podName
      } else {
        continue
      }
      break
    }
    guard podOrdinalSource == .label else { return }
    let policy = set.resources.first {
      $0.gvk.kind == "MutatingAdmissionPolicy" && $0.name.hasSuffix(Self.policySuffix)
    }
    kubernetesVersion = policy?.gvk.version == "v1beta1" ? "1.34" : "1.36"
    name = policy.map { String($0.name.dropLast(Self.policySuffix.count)) }
  }

  /// Without a policy that can be made again, no label says the ordinal.
  mutating func forgetOrdinalSource() {
    (podOrdinalSource, kubernetesVersion, name) = (.podIndex, nil, nil)
  }

  private static let policySuffix = "-pod-ordinal"

  /// The label by which the nodes of the workloads are told apart.
  private static func nodeLabel(of families: [Family]) -> String {
    for family in families where family.isZoned {
      let first = NodeZone.requirements(of: family.members[0].template)
      let known = NodeZone.labels.first { label in first.contains { sameBytes($0.label, label) } }
      if let label = known ?? NodeZone.telling(family.members) { return label }
    }
    return NodeZone.labels[0]
  }
}

extension Family {
  /// The deployment that a group generated it for.
  func deployment(under prefix: String) -> String? {
    members[0].resource.labels?["\(prefix)/deployment-name"]?.text
  }
}
