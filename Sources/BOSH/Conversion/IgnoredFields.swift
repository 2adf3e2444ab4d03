internal import Diagnostics
internal import YAML

/// Lists what of a manifest means nothing on Kubernetes, for who asks with `--verbose`.
enum IgnoredFields {
  static func report(_ manifest: DeploymentManifest, _ report: Report) {
    for field in manifest.ignored {
      report.detail("no-meaning", "\"\(field.text)\" means nothing on Kubernetes", at: field.position)
    }
    for group in manifest.groups {
      let update = group.update.filled(from: manifest.update)
      for (name, value) in [("canaries", update.canaries), ("max_in_flight", update.maxInFlight)] {
        guard let value else { continue }
        report.detail(
          "no-meaning", "update.\(name) is passed over: a StatefulSet changes its pods one after another",
          at: value.position)
      }
      let settings = group.environment.settings
      if settings.disableLogSidecar {
        report.detail(
          "no-meaning", "disable_log_sidecar is passed over: no sidecar is added to \"\(group.name.value)\"",
          at: group.name.position)
      }
    }
  }
}
