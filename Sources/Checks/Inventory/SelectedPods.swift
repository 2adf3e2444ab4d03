internal import Resources
internal import YAML

extension Workload {
  /// Whether one of its pods may have this value of a label that its template lacks.
  func mayGet(_ key: String, _ value: String) -> Bool {
    if RuntimeLabels.isRole(key, value) { return true }
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
    selector.selects(labels) { key, value in
      value.map { mayGet(key, $0) } ?? RuntimeLabels.isSetOnPods(key)
    }
  }

  /// Whether the labels of the template alone meet it, as the API server compares them.
  func hasTemplateSelected(by selector: PodSelector) -> Bool { selector.selects(labels) }
}

extension PodSelector {
  /// Whether it tells pods of one template apart, so that two such selectors may mean different pods of it.
  var tellsInstancesApart: Bool { requirements.contains(where: RuntimeLabels.mayMeet) }

  /// The one pod of a StatefulSet that it means.
  func ordinal(in workload: Workload) -> Int? {
    for case .among(let key, let values) in requirements where values.count == 1 {
      if key == "statefulset.kubernetes.io/pod-name", values[0].utf8.starts(with: "\(workload.name)-".utf8) {
        return Int(Substring(values[0].utf8.dropFirst(workload.name.utf8.count + 1)))
      }
      if key == "apps.kubernetes.io/pod-index" || key.hasSuffix("/pod-ordinal") { return Int(values[0]) }
    }
    return nil
  }
}
