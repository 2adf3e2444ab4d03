/// Labels that no template has, because they are put on each pod while it runs.
package enum RuntimeLabels {
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

  package static func isHash(_ key: String) -> Bool { hashes.contains { $0.0 == key } }

  package static func hash(ofKind kind: String) -> String? { hashes.first { $0.1.contains(kind) }?.0 }

  /// Whether the pods of a workload of this kind have a label that its template need not have.
  package static func isSet(_ key: String, byControllerOf kind: String) -> Bool {
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

  package static func isSetOnPods(_ key: String) -> Bool {
    ofControllers.contains(key) || ofPrograms.contains(key) || ofGroups.contains { key.hasSuffix($0) }
  }

  package static func isRole(_ key: String, _ value: String) -> Bool { key == role && roles.contains(value) }

  /// Whether pods may meet a requirement that their template doesn't.
  package static func mayMeet(_ requirement: LabelRequirement) -> Bool {
    if case .among(let key, let values) = requirement, values.contains(where: { isRole(key, $0) }) {
      return true
    }
    return isSetOnPods(requirement.key)
  }
}
