package import Diagnostics
import YAML

/// Where the rollout-operator tells a pod that it is about to be scaled away.
package struct DownscaleNotice: Sendable {
  package var path = ""
  package var port = 80

  static let schema = Schema("prepareDownscale", initial: DownscaleNotice()) {
    Field(
      "path", .string, \.path, required: true, "The path of the request, such as ingester/prepare-shutdown."
    )
    Field("port", .port, \.port, required: true, "The port of the request.")
  }
}

package enum DownscaleLeader: String, Sendable, CaseIterable {
  /// The zone before it, in the order of the rollout.
  case previous = "Previous"
}

/// An object with a scale of its own, such as a ReplicaTemplate that an autoscaler changes.
package struct ReplicaSourceReference: Sendable {
  package var apiVersion: Located<String>?
  package var kind = Located("", Position.none)
  package var name = Located("", Position.none)

  static let schema = Schema("mirrorReplicas", initial: ReplicaSourceReference()) {
    Field("apiVersion", .located(.string), \.apiVersion, "The API version of the object.")
    Field("kind", .located(.string), \.kind, required: true, "The kind of the object.")
    Field("name", .located(.string), \.name, required: true, "The name of the object.")
  }
}

/// What Grafana's rollout-operator needs to change and scale a group zone by zone (its README, as of version 0.32).
enum RolloutOperator {
  private static let group = "rollout-group"
  private static let maxUnavailable = "rollout-max-unavailable"
  private static let prepare = "grafana.com/prepare-downscale"
  private static let leader = "grafana.com/rollout-downscale-leader"
  private static let mirror = "grafana.com/rollout-mirror-replicas-from-resource"

  static func labels(_ plan: GroupPlan) -> Mapping {
    guard plan.usesRolloutOperator, let rollout = plan.spec.rollout?.value else { return Mapping() }
    var labels = Mapping()
    labels[group] = .string(plan.names.group)
    if rollout.prepareDownscale != nil { labels[prepare] = "true" }
    return labels
  }

  static func annotations(_ workload: Workload, _ plan: GroupPlan, _ placeholders: Placeholders) -> Mapping {
    guard plan.usesRolloutOperator, let rollout = plan.spec.rollout?.value else { return Mapping() }
    var annotations = Mapping()
    annotations[maxUnavailable] = .string(String(rollout.maxUnavailable?.value ?? 1))
    if let notice = rollout.prepareDownscale?.value {
      // The operator puts a slash before it itself.
      annotations["\(prepare)-http-path"] = .string(
        notice.path.hasPrefix("/") ? String(notice.path.dropFirst()) : notice.path)
      annotations["\(prepare)-http-port"] = .string(String(notice.port))
    }
    if rollout.downscaleLeader != nil, let previous = workload.previous {
      annotations[leader] = .string(previous.name)
    } else if let source = rollout.mirrorReplicas?.value {
      annotations["\(mirror)-name"] = .string(placeholders.replaced(source.name), at: source.name.position)
      annotations["\(mirror)-kind"] = .string(source.kind.value, at: source.kind.position)
      annotations["\(mirror)-api-version"] = source.apiVersion.map { .string($0.value, at: $0.position) }
    }
    return annotations
  }

  /// The operator finds the pods of a StatefulSet by their label `name`.
  static func apply(
    to template: inout Mapping, _ workload: Workload, _ plan: GroupPlan, _ placeholders: Placeholders,
    _ reader: Reader
  ) {
    guard plan.usesRolloutOperator else { return }
    template.edit("metadata", reader) { metadata, reader in
      metadata.edit("labels", reader) { labels, reader in
        if let own = labels["name"], own.text.map({ sameBytes($0, workload.name) }) != true {
          reader.report.warning(
            "label-replaced", "the label \"name\" of the pods is set by the build", at: own.position,
            notes: [.init("the rollout-operator finds the pods of a StatefulSet by it")],
            hint: "leave it out of the template")
        }
        labels["name"] = .string(workload.name)
      }
    }
  }
}
