package import Diagnostics
package import YAML

/// `env` of a group; Quarks keeps there what pods get, under `bosh.agent.settings`.
package struct AgentEnvironment: Sendable {
  package var settings = AgentSettings()

  static let schema = Schema("env", isOpen: true, initial: AgentEnvironment()) {
    Field("bosh", Bosh.settings, \.settings, "Settings of the agent.")
    Field("persistent_disk_fs", checked: .node, "Means nothing on Kubernetes.")
    Field("persistent_disk_mount_options", checked: .node, "Means nothing on Kubernetes.")
  }

  private struct Bosh: Sendable {
    var settings = AgentSettings()

    private static let schema = Schema("bosh", isOpen: true, initial: Bosh()) {
      Field("agent", Agent.settings, \.settings, "The agent.")
    }

    static let settings: Shape<AgentSettings> = Shape<Bosh>.object(schema).map { $0.settings }
  }

  private struct Agent: Sendable {
    var settings = AgentSettings()

    private static let schema = Schema("agent", isOpen: true, initial: Agent()) {
      Field("settings", .object(AgentSettings.schema), \.settings, "What pods get.")
    }

    static let settings: Shape<AgentSettings> = Shape<Agent>.object(schema).map { $0.settings }
  }
}

/// What the pods of a group get beside their containers; nodes are as Kubernetes has them.
package struct AgentSettings: Sendable {
  package var labels: [(key: Scalar, value: String)] = []
  package var annotations: [(key: Scalar, value: String)] = []
  package var affinity: Node?
  package var tolerations: Node?
  package var serviceAccountName: Located<String>?
  package var automountServiceAccountToken: Bool?
  package var imagePullSecrets: Node?
  package var disks: [Node] = []
  package var terminationGracePeriodSeconds: Located<Int>?
  package var injectReplicasEnv: Bool?
  package var disableLogSidecar = false
  package var ephemeralAsPVC = false
  package var dns: Node?
  package var dnsPolicy: String?
  package var jobBackoffLimit: Located<Int>?
  package var preRenderOps: Node?

  static let schema = Schema("settings", isOpen: true, initial: AgentSettings()) {
    metadata
    pods
  }

  @FieldTable<AgentSettings> private static var metadata: [Field<AgentSettings>] {
    Field("labels", .map(of: .scalarText), \.labels, "Labels of all that the group becomes.")
    Field("annotations", .map(of: .scalarText), \.annotations, "Annotations of all that the group becomes.")
  }

  @FieldTable<AgentSettings> private static var pods: [Field<AgentSettings>] {
    Field("affinity", .node, \.affinity, "The pods' affinity.")
    Field("tolerations", .sequenceNode, \.tolerations, "The pods' tolerations.")
    Field("serviceAccountName", .located(.string), \.serviceAccountName, "The pods' account.")
    Field(
      "automountServiceAccountToken", .boolean, \.automountServiceAccountToken,
      "Whether pods get the account's token.")
    Field("imagePullSecrets", .sequenceNode, \.imagePullSecrets, "Secrets for the registry.")
    Field("disks", .list(of: .node), \.disks, "Volumes, and where they are mounted.")
    Field(
      "terminationGracePeriodSeconds", .located(.count), \.terminationGracePeriodSeconds,
      "How long pods may take to end.")
    Field("injectReplicasEnv", .boolean, \.injectReplicasEnv, "Whether containers get REPLICAS.")
    Field("disable_log_sidecar", .boolean, \.disableLogSidecar, "Whether logs stay in files.")
    Field("ephemeralAsPVC", .boolean, \.ephemeralAsPVC, "Whether ephemeral disks are claims.")
    Field("dns", .node, \.dns, "The pods' dnsConfig.")
    Field("dnsPolicy", .string, \.dnsPolicy, "The pods' dnsPolicy.")
    Field("jobBackoffLimit", .located(.count), \.jobBackoffLimit, "How often an errand is tried again.")
    Field("preRenderOps", .node, \.preRenderOps, "Ops for what the group becomes.")
  }
}
