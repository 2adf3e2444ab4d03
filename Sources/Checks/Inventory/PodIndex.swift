internal import Resources
internal import YAML

/// Pod templates by their labels: a selector looks only at those that have its rarest label.
struct PodIndex {
  private struct Label: Hashable {
    let namespace: KeyBytes
    let key: KeyBytes
    let value: KeyBytes

    init(namespace: String, key: String, value: String) {
      self.namespace = KeyBytes(text: namespace)
      self.key = KeyBytes(text: key)
      self.value = KeyBytes(text: value)
    }
  }

  private struct Key: Hashable {
    let namespace: KeyBytes
    let key: KeyBytes

    init(namespace: String, key: String) {
      self.namespace = KeyBytes(text: namespace)
      self.key = KeyBytes(text: key)
    }
  }

  private var byLabel: [Label: [Workload]] = [:]
  private var byNamespace: [KeyBytes: [Workload]] = [:]
  private var byKey: [Key: [Workload]] = [:]
  private var values: [Key: [String]] = [:]
  private let selections = Selections()

  /// What was selected, by namespace and selector: thousands of objects may select the same thousands of pods.
  private final class Selections {
    var known: [[KeyBytes]: [Workload]] = [:]
  }

  init(_ workloads: [Workload]) {
    for workload in workloads {
      byNamespace[workload.namespace, default: []].append(workload)
      for pair in workload.labels?.pairs ?? [] {
        let value = pair.value.text ?? ""
        let label = Label(namespace: workload.namespace, key: pair.key.text, value: value)
        let key = Key(namespace: workload.namespace, key: pair.key.text)
        if byLabel[label] == nil { values[key, default: []].append(value) }
        byKey[key, default: []].append(workload)
        byLabel[label, default: []].append(workload)
      }
    }
  }

  func selected(by selector: PodSelector, in namespace: String) -> [Workload] {
    let candidates = candidates(selector, namespace)
    guard candidates.count > Self.fewCandidates else {
      return candidates.filter { $0.isSelected(by: selector) }
    }
    let key = [KeyBytes(text: namespace)] + selector.key
    if let known = selections.known[key] { return known }
    let selected = candidates.filter { $0.isSelected(by: selector) }
    selections.known[key] = selected
    return selected
  }

  /// To look at so many again takes less than to remember what was found.
  private static let fewCandidates = 8

  /// Whether there is one at all, which takes less time to say.
  func hasSelected(by selector: PodSelector, in namespace: String) -> Bool {
    candidates(selector, namespace).contains { $0.isSelected(by: selector) }
  }

  func has(_ label: String, _ value: String, in namespace: String) -> Bool {
    byLabel[Label(namespace: namespace, key: label, value: value)] != nil
  }

  func hasPods(in namespace: String) -> Bool { byNamespace[namespace] != nil }

  /// In the set's order for one value of a label, in the order of the values for several: a pod has one of them.
  private func candidates(_ selector: PodSelector, _ namespace: String) -> [Workload] {
    var candidates = byNamespace[namespace] ?? []
    for requirement in selector.requirements where !RuntimeLabels.mayMeet(requirement) {
      switch requirement {
      case .among(let key, let values):
        let labels = Set(texts: values).map(\.text).sorted(by: precedesBytewise).map {
          Label(namespace: namespace, key: key, value: $0)
        }
        let count = labels.reduce(0) { $0 + (byLabel[$1]?.count ?? 0) }
        if count < candidates.count { candidates = labels.flatMap { byLabel[$0] ?? [] } }
      case .exists(let key):
        let labelled = byKey[Key(namespace: namespace, key: key)] ?? []
        if labelled.count < candidates.count { candidates = labelled }
      case .notAmong, .absent: continue
      }
    }
    return candidates
  }

  func values(of label: String, in namespace: String) -> [String] {
    values[Key(namespace: namespace, key: label)] ?? []
  }
}
