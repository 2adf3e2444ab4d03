internal import Resources
internal import YAML

/// Labels that no template has, because they are put on each pod while it runs.
enum RuntimeLabels {
  private static let ofControllers = [
    "apps.kubernetes.io/pod-index", "statefulset.kubernetes.io/pod-name", "controller-revision-hash",
    "pod-template-hash", "pod-template-generation", "job-name", "batch.kubernetes.io/job-name",
    "controller-uid", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-completion-index",
  ]

  /// Labels that tell the revisions of a workload apart, by the kinds whose controllers write them.
  private static let hashes = [
    ("pod-template-hash", ["Deployment", "ReplicaSet"]),
    ("controller-revision-hash", ["StatefulSet", "DaemonSet"]),
  ]

  static func isHash(_ key: String) -> Bool { hashes.contains { $0.0 == key } }

  static func hash(ofKind kind: String) -> String? { hashes.first { $0.1.contains(kind) }?.0 }

  /// Whether the pods of a workload of this kind have a label that its template need not have.
  static func isSet(_ key: String, byControllerOf kind: String) -> Bool {
    isHash(key) && hash(ofKind: kind) != nil ? hash(ofKind: kind) == key : isSetOnPods(key)
  }

  /// What programs with a leader say of their pods: Vault, Patroni, Redis, MySQL, CloudNativePG.
  private static let ofPrograms = [
    "vault-active", "vault-initialized", "vault-sealed", "vault-perf-standby", "vault-version", "spilo-role",
    "cnpg.io/instanceRole", "cnpg.io/instanceName", "isMaster", "mysql.oracle.com/cluster-role",
    "redisfailovers-role",
  ]

  /// Of instance groups: their prefix is the user's choice.
  private static let ofGroups = ["/pod-ordinal", "/pod-active"]

  /// The plain word may be anybody's label, and is such a program's with these values.
  private static let role = "role"
  private static let roles = ["master", "primary", "leader", "replica", "standby"]

  static func isSetOnPods(_ key: String) -> Bool {
    ofControllers.contains(key) || ofPrograms.contains(key) || ofGroups.contains { key.hasSuffix($0) }
  }

  static func isRole(_ key: String, _ value: String) -> Bool { key == role && roles.contains(value) }

  /// Whether pods may meet a requirement that their template doesn't.
  static func mayMeet(_ requirement: LabelRequirement) -> Bool {
    if case .among(let key, let values) = requirement, values.contains(where: { isRole(key, $0) }) {
      return true
    }
    return isSetOnPods(requirement.key)
  }
}

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
