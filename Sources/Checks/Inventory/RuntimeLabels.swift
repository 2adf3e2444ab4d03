internal import YAML

/// Labels that no template has, because controllers and admission policies put them on each pod.
enum RuntimeLabels {
  private static let ofControllers = [
    "apps.kubernetes.io/pod-index", "statefulset.kubernetes.io/pod-name", "controller-revision-hash",
    "pod-template-hash", "pod-template-generation", "job-name", "batch.kubernetes.io/job-name",
    "controller-uid", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-completion-index",
  ]

  /// Of instance groups: their prefix is the user's choice.
  private static let ofGroups = ["/pod-ordinal", "/pod-active"]

  static func isSetOnPods(_ key: String) -> Bool {
    ofControllers.contains(key) || ofGroups.contains { key.hasSuffix($0) }
  }
}

extension Workload {
  /// Whether one of its pods may have this value of a label that its template lacks.
  func mayGet(_ key: String, _ value: String) -> Bool {
    guard RuntimeLabels.isSetOnPods(key) else { return false }
    switch key {
    case "apps.kubernetes.io/pod-index",
      _ where key.hasSuffix("/pod-ordinal"):
      return Int(value).map(ordinals.contains) ?? false
    case "statefulset.kubernetes.io/pod-name":
      guard value.hasPrefix(name + "-") else { return false }
      return Int(value.dropFirst(name.count + 1)).map(ordinals.contains) ?? false
    case "job-name", "batch.kubernetes.io/job-name": return sameBytes(value, name)
    default: return true
    }
  }

  func isSelected(by selector: PodSelector) -> Bool {
    selector.requirements.allSatisfy { requirement in
      switch requirement {
      case .among(let key, let values):
        guard let label = labels?[key]?.text else { return values.contains { mayGet(key, $0) } }
        return values.contains { sameBytes(label, $0) }
      case .notAmong(let key, let values):
        guard let label = labels?[key]?.text else { return true }
        return !values.contains { sameBytes(label, $0) }
      case .exists(let key): return labels?[key] != nil || RuntimeLabels.isSetOnPods(key)
      case .absent(let key): return labels?[key] == nil
      }
    }
  }
}
