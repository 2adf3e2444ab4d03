import Diagnostics
import Resources
import YAML

/// Sets the label `P/pod-ordinal` on pods as they are created: an admission policy of the API server's own,
/// and its binding. The pods of errands carry the label already.
enum OrdinalPolicy {
  static func produce(_ topology: Topology, _ origin: Resource) -> [Resource] {
    let spec = topology.spec
    var labels = topology.metadata.labels
    labels["\(spec.labelPrefix.value)\(Resource.firstLabel)"] = "true"
    guard spec.podOrdinalSource.value == .label, spec.allows(.mutatingAdmissionPolicyBeta) else { return [] }
    let version = spec.allows(.mutatingAdmissionPolicy) ? "v1" : "v1beta1"
    let name = self.name(topology.name)
    return [
      ("MutatingAdmissionPolicy", policy(spec.labelPrefix.value)),
      ("MutatingAdmissionPolicyBinding", Node.mapping(["policyName": .string(name)])),
    ].map { kind, spec in
      var object = Node.mapping([
        "apiVersion": .string("admissionregistration.k8s.io/\(version)"), "kind": .string(kind),
        "metadata": .mapping([
          "name": .string(name),
          "labels": .mapping(labels),
          "annotations": topology.metadata.annotations.isEmpty
            ? nil : .mapping(topology.metadata.annotations),
        ]), "spec": spec,
      ])
      object.place(at: origin.position)
      var resource = Resource(object: object)
      resource.comesFirst = true
      resource.inherit(from: origin)
      resource.earlier = origin.earlier.map { ResourceID(gvk: resource.gvk, name: self.name($0.name)) }
      return resource
    }
  }

  /// Has Argo CD apply the policy in a wave of its own, before all others.
  static func setWaves(of resources: inout [Resource]) {
    let first = resources.indices.filter { resources[$0].comesFirst }
    guard !first.isEmpty else { return }
    let key = Resource.syncWaveAnnotation
    let others = resources.lazy.filter { !$0.comesFirst }.compactMap {
      $0.annotations?[key]?.text.flatMap { Int($0) }
    }
    let wave = min(0, others.min() ?? 0) - 1
    for index in first where resources[index].annotations?[key] == nil {
      let position = resources[index].object.position
      var annotations = resources[index].annotations ?? Mapping(at: position)
      annotations[key] = .string(String(wave), at: position)
      resources[index].setMetadata("annotations", to: .mapping(annotations))
    }
  }

  private static func name(_ topology: String) -> String { Names.sanitized(topology) + "-pod-ordinal" }

  private static func policy(_ prefix: String) -> Node {
    let label = "\(prefix)/pod-ordinal"
    let ordinal = "object.metadata.name.substring(object.metadata.name.lastIndexOf('-') + 1)"
    return .mapping([
      "failurePolicy": "Fail",
      "reinvocationPolicy": "Never",
      "matchConstraints": .mapping([
        "objectSelector": .mapping([
          "matchExpressions": .sequence([
            .mapping(["key": .string("\(prefix)/instance-group-name"), "operator": "Exists"]),
            .mapping(["key": .string(label), "operator": "DoesNotExist"]),
          ])
        ]),
        "resourceRules": .sequence([
          .mapping([
            "apiGroups": .sequence([""]), "apiVersions": .sequence(["v1"]),
            "operations": .sequence(["CREATE"]),
            "resources": .sequence(["pods"]),
          ])
        ]),
      ]),
      "mutations": .sequence([
        .mapping([
          "patchType": "ApplyConfiguration",
          "applyConfiguration": .mapping([
            "expression": .string("Object{metadata: Object.metadata{labels: {\"\(label)\": \(ordinal)}}}")
          ]),
        ])
      ]),
    ])
  }

  /// Reports what the oldest server can't do for the source of ordinals.
  static func checkServer(_ topology: TopologySpec, _ report: Report) {
    let version = topology.kubernetesVersion
    let source = topology.podOrdinalSource
    let position = source.position.known ?? version.position.known
    switch source.value {
    case .podName: break
    case .podIndex where topology.allows(.podIndexLabel): break
    case .podIndex:
      report.error(
        "too-new-for-server", "podOrdinalSource PodIndex needs Kubernetes \(Feature.podIndexLabel.since)",
        at: position,
        notes: [.init("the oldest server to support is \(version.value)", at: version.position.known)],
        hint: "write \"podOrdinalSource: PodName\", which every server knows")
    case .label where topology.allows(.mutatingAdmissionPolicy): break
    case .label where topology.allows(.mutatingAdmissionPolicyBeta):
      report.warning(
        "off-by-default",
        "MutatingAdmissionPolicy is off by default before Kubernetes \(Feature.mutatingAdmissionPolicy.since)",
        at: position,
        notes: [.init("the oldest server to support is \(version.value)", at: version.position.known)],
        hint:
          "turn on the feature gate MutatingAdmissionPolicy and admissionregistration.k8s.io/v1beta1 in the server"
      )
    case .label:
      report.error(
        "too-new-for-server",
        "podOrdinalSource Label needs MutatingAdmissionPolicy, which Kubernetes \(version.value) does not have",
        at: position,
        notes: [
          .init("it came with \(Feature.mutatingAdmissionPolicyBeta.since)", at: version.position.known)
        ],
        hint: "write \"podOrdinalSource: \(topology.allows(.podIndexLabel) ? "PodIndex" : "PodName")\"")
    }
  }
}
