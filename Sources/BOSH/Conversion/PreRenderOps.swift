package import Diagnostics
package import YAML

/// `env.bosh.agent.settings.preRenderOps` of groups: operations that they bring along themselves.
package enum PreRenderOps {
  /// Applies those of every group to the manifest. Quarks applied them once variables were filled in, before anything was
  /// rendered.
  package static func apply(to manifest: inout Node, _ report: Report) {
    var operations: [Operation] = []
    for group in manifest["instance_groups"]?.items ?? [] {
      guard let ops = group.at("env", "bosh", "agent", "settings", "preRenderOps")?.mapping else { continue }
      let name = "preRenderOps of \"\(group["name"]?.text ?? "")\""
      for pair in ops.pairs {
        if pair.key.text == "instanceGroup" {
          operations += Operation.read(pair.value, file: name, report)
        } else {
          report.warning(
            "ops-not-applied", "\(pair.key.text) in \(name) is not applied", at: pair.key.position,
            hint: "write its operations under instanceGroup, or into an ops file")
        }
      }
    }
    operations.apply(to: &manifest, report)
  }
}
