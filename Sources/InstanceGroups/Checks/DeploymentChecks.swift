import Diagnostics
import Resources
import YAML

/// The pods of a Deployment have no names, ordinals or claims of their own.
enum DeploymentChecks {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    guard plan.isDeployment else { return }
    let spec = plan.input.resource.object["spec"] ?? .null
    for (path, reason) in impossible {
      guard let field = spec.key(at: path), wants(spec.at(path)) else { continue }
      report.error(
        "setting-without-use",
        "\"spec.\(path.joined(separator: "."))\" has no meaning for a Deployment: \(reason)",
        at: field.position,
        hint: "leave it out, or write \"workload: StatefulSet\"")
    }
    if let rollout = plan.spec.rollout, !possible.contains(rollout.value.strategy) {
      report.error(
        "setting-without-use",
        "a Deployment can't have the rollout \(rollout.value.strategy.rawValue)", at: rollout.position,
        hint: "write RollingUpdate or SyncWaves, or \"workload: StatefulSet\"")
    }
  }

  private static let possible: [RolloutStrategy] = [.rollingUpdate, .syncWaves]

  private static let impossible: [([String], String)] = [
    (["volumeClaimTemplates"], "its pods have no claims of their own"),
    (["services", "perInstance"], "its pods have no names of their own"),
    (["instanceTable"], "its pods have no names of their own"),
    (["objects", "perInstance"], "its pods have no names of their own"),
    (["ordinals"], "its pods have no ordinals"),
    (["environment", "podOrdinal"], "its pods have no ordinals"),
    (["statefulSet", "serviceName"], "no Service governs it"),
    (["statefulSet", "podManagementPolicy"], "its pods all start at once"),
    (["statefulSet", "persistentVolumeClaimRetentionPolicy"], "its pods have no claims of their own"),
  ]

  /// What is switched off asks for nothing.
  private static func wants(_ value: Node?) -> Bool {
    switch value {
    case nil: false
    case .scalar(let scalar)?: scalar.kind != .null && scalar.text != "false"
    case .sequence(let sequence)?: !sequence.items.isEmpty
    case .mapping(let mapping)?:
      mapping["enabled"].map(wants) ?? mapping.pairs.contains { wants($0.value) }
    }
  }
}

extension Node {
  fileprivate func at(_ path: [String]) -> Node? { path.reduce(Optional(self)) { $0?[$1] } }

  fileprivate func key(at path: [String]) -> Scalar? {
    at(Array(path.dropLast()))?.mapping?.key(path.last ?? "")
  }
}
