internal import YAML

/// Pod templates by their labels: a selector looks only at those that have its rarest label.
struct PodIndex {
  private struct Label: Hashable {
    let namespace: String
    let key: String
    let value: String
  }

  private struct Key: Hashable {
    let namespace: String
    let key: String
  }

  private var byLabel: [Label: [Workload]] = [:]
  private var byNamespace: [String: [Workload]] = [:]
  private var values: [Key: [String]] = [:]

  init(_ workloads: [Workload]) {
    for workload in workloads {
      byNamespace[workload.namespace, default: []].append(workload)
      for pair in workload.labels?.pairs ?? [] {
        let value = pair.value.text ?? ""
        let label = Label(namespace: workload.namespace, key: pair.key.text, value: value)
        if byLabel[label] == nil {
          values[Key(namespace: workload.namespace, key: pair.key.text), default: []].append(value)
        }
        byLabel[label, default: []].append(workload)
      }
    }
  }

  func selected(by selector: PodSelector, in namespace: String) -> [Workload] {
    candidates(selector, namespace).filter { $0.isSelected(by: selector) }
  }

  /// Whether there is one at all, which takes less time to say.
  func hasSelected(by selector: PodSelector, in namespace: String) -> Bool {
    candidates(selector, namespace).contains { $0.isSelected(by: selector) }
  }

  func has(_ label: String, _ value: String, in namespace: String) -> Bool {
    byLabel[Label(namespace: namespace, key: label, value: value)] != nil
  }

  private func candidates(_ selector: PodSelector, _ namespace: String) -> [Workload] {
    var candidates = byNamespace[namespace] ?? []
    for case .among(let key, let values) in selector.requirements
    where values.count == 1 && !RuntimeLabels.isSetOnPods(key) {
      let labelled = byLabel[Label(namespace: namespace, key: key, value: values[0])] ?? []
      if labelled.count < candidates.count { candidates = labelled }
    }
    return candidates
  }

  func values(of label: String, in namespace: String) -> [String] {
    values[Key(namespace: namespace, key: label)] ?? []
  }
}
