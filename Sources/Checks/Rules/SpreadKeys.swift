internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let unknownSpreadKey = Rule(
    "unknown-spread-key", .warning, "A label in matchLabelKeys that the pods do not have",
    because: """
      The scheduler passes it over: pod-template-hash is on the pods of Deployments, controller-revision-hash on those of \
      StatefulSets and DaemonSets.
      """,
    bad: """
      kind: StatefulSet
      matchLabelKeys: [pod-template-hash]
      """,
    good: """
      kind: StatefulSet
      matchLabelKeys: [controller-revision-hash]
      """,
    each: \.workloads
  ) { workload, _, findings in
    guard !workload.isCompletedElsewhere else { return }
    for constraint in workload.pod.items(of: "topologySpreadConstraints")
    where constraint["labelSelector"] != nil {
      for key in constraint.items(of: "matchLabelKeys") {
        guard let name = key.text, !name.isEmpty, workload.labels?[name] == nil,
          !RuntimeLabels.isSet(name, byControllerOf: workload.kind)
        else { continue }
        let hash = RuntimeLabels.hash(ofKind: workload.kind)
        let labels = (workload.labels?.pairs ?? []).map(\.key.text)
        findings.add(
          "no pod of \(workload.title) has the label \"\(name)\"", at: key.position, in: workload.resource,
          hint: RuntimeLabels.isHash(name) && hash != nil
            ? "write \(hash ?? ""), which tells the revisions of a \(workload.kind) apart"
            : likely(name, among: labels, otherwise: "its pods have") ?? "leave it out")
      }
    }
  }

  static let spreadKeys = Rule(
    "spread-keys", .error, "A label in matchLabelKeys that is in the labelSelector as well, or without one",
    because: """
      The scheduler adds each key with the value of the pod to the selector, and the server refuses one that is there \
      already (Kubernetes 1.34 `validateTopologySpreadConstraints`).
      """,
    bad: """
      labelSelector: {matchLabels: {app: a}}
      matchLabelKeys: [app]
      """,
    good: """
      labelSelector: {matchLabels: {app: a}}
      matchLabelKeys: [pod-template-hash]
      """,
    each: \.workloads
  ) { workload, _, findings in
    for constraint in workload.pod.items(of: "topologySpreadConstraints") {
      let selector = constraint["labelSelector"]
      let selected = Set(
        texts: (selector?["matchLabels"]?.mapping?.pairs ?? []).map(\.key.text)
          + (selector?.items(of: "matchExpressions") ?? []).compactMap { $0["key"]?.text })
      for key in constraint.items(of: "matchLabelKeys") {
        guard let name = key.text, selector == nil || selected.contains(name) else { continue }
        findings.add(
          selector == nil
            ? "matchLabelKeys has no meaning without a labelSelector"
            : "\"\(name)\" is in matchLabelKeys and in the labelSelector",
          at: key.position, in: workload.resource,
          hint: selector == nil
            ? "add the labelSelector that the keys narrow" : "leave it out of one of them")
      }
    }
  }
}
