internal import Diagnostics
internal import InstanceGroups
internal import YAML

/// The Service that each group waits for before its pods start, as `update.serial` asks for it.
struct RequiredServices {
  private var services: [(group: String, service: String)] = []

  /// As Quarks did: a serial group waits for the one before it, the others for the last serial one before them;
  /// only groups that have ports can be waited for.
  init(_ manifest: DeploymentManifest) {
    var last: String?
    var lastSerial: String?
    for group in manifest.groups {
      let isSerial = group.update.filled(from: manifest.update).serial ?? true
      if let service = group.requiredService?.value ?? (isSerial ? last : lastSerial) {
        services.append((group.name.value, service))
      }
      // An errand has no Service.
      let hasPorts = group.lifecycle.value == .service && group.jobs.contains { !$0.quarks.ports.isEmpty }
      if hasPorts { last = Names.sanitized(group.name.value) }
      if isSerial { lastSerial = last }
    }
  }

  subscript(group: DeploymentGroup) -> String? {
    services.first { sameBytes($0.group, group.name.value) }?.service
  }
}
