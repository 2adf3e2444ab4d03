package import Diagnostics
internal import YAML

/// How a change reaches the instances: of the deployment, or of one group.
package struct UpdateSettings: Sendable {
  /// A number, or a percentage.
  package var canaries: Located<String>?
  /// A number, or a percentage.
  package var maxInFlight: Located<String>?
  /// Milliseconds, or a range of them.
  package var canaryWatchTime: Located<String>?
  /// Milliseconds, or a range of them.
  package var updateWatchTime: Located<String>?
  /// Whether the group waits for those before it.
  package var serial: Bool?

  static let schema = Schema("update", isOpen: true, initial: UpdateSettings()) {
    Field("canaries", .located(.scalarText), \.canaries, "How many instances are changed first.")
    Field("max_in_flight", .located(.scalarText), \.maxInFlight, "How many are changed at a time.")
    Field(
      "canary_watch_time", .located(.scalarText), \.canaryWatchTime, "How long a canary is watched, in ms.")
    Field(
      "update_watch_time", .located(.scalarText), \.updateWatchTime, "How long the others are, in ms.")
    Field("serial", .boolean, \.serial, "Whether a group waits for those before it.")
    Field("vm_strategy", checked: .scalarText, "Means nothing on Kubernetes.")
    Field("initial_deploy_az_update_strategy", checked: .scalarText, "Means nothing on Kubernetes.")
  }

  /// What a group says, and what the deployment says where it doesn't.
  package func filled(from deployment: UpdateSettings) -> UpdateSettings {
    var update = self
    update.canaries = canaries ?? deployment.canaries
    update.maxInFlight = maxInFlight ?? deployment.maxInFlight
    update.canaryWatchTime = canaryWatchTime ?? deployment.canaryWatchTime
    update.updateWatchTime = updateWatchTime ?? deployment.updateWatchTime
    update.serial = serial ?? deployment.serial
    return update
  }
}
