package import Diagnostics
import YAML

/// How a change of the template reaches the pods.
package struct Rollout: Sendable {
  package var strategy = RolloutStrategy.rollingUpdate
  package var instances: Located<Int>?
  package var maxUnavailable: Located<Int>?

  static let schema = Schema(
    "rollout", initial: { Rollout() },
    fields: [
      Field(
        "strategy", .choice(), \.strategy, required: true,
        "RollingUpdate, OnDelete, Canary (some pods of each zone only) or RolloutOperator (zone by zone)."),
      Field(
        "instances", .located(.instances), \.instances,
        "Canary: how many pods of each zone are changed; 1 by default."),
      Field(
        "maxUnavailable", .located(.instances), \.maxUnavailable,
        "RolloutOperator: how many pods of a zone may be down at a time; 1 by default."),
    ])
}

package enum RolloutStrategy: String, Sendable, CaseIterable {
  case rollingUpdate = "RollingUpdate"
  case onDelete = "OnDelete"
  case canary = "Canary"
  case rolloutOperator = "RolloutOperator"

  /// The `type` that a StatefulSet's updateStrategy has under it.
  var updateType: String {
    switch self {
    case .rollingUpdate, .canary: "RollingUpdate"
    case .onDelete, .rolloutOperator: "OnDelete"
    }
  }
}

extension Rollout {
  /// The updateStrategy of a StatefulSet: the rollout's beside what the user wrote of it.
  func updateStrategy(_ workload: Workload, _ own: Node?) -> Node {
    var strategy = own?.mapping ?? Mapping()
    strategy["type"] = .string(self.strategy.updateType)
    if self.strategy == .canary {
      let partition = max(0, workload.replicas - (instances?.value ?? 1))
      strategy.mergeDeeply(
        Mapping([
          .init(key: Scalar("rollingUpdate"), value: .mapping(["partition": .integer(partition)]))
        ]))
    }
    return .mapping(strategy)
  }

  /// Reports settings that the strategy has no use for, and a strategy beside one that contradicts it.
  func check(_ settings: StatefulSetSettings, _ report: Report) {
    if let instances, strategy != .canary {
      report.error(
        "setting-without-use",
        "\"spec.rollout.instances\" has no meaning for the strategy \(strategy.rawValue)",
        at: instances.position, hint: "it belongs to Canary")
    }
    if let maxUnavailable, strategy != .rolloutOperator {
      report.error(
        "setting-without-use",
        "\"spec.rollout.maxUnavailable\" has no meaning for the strategy \(strategy.rawValue)",
        at: maxUnavailable.position, hint: "it belongs to RolloutOperator")
    } else if let maxUnavailable, maxUnavailable.value == 0 {
      report.error(
        "nothing-may-move", "\"spec.rollout.maxUnavailable\" must be 1 or more", at: maxUnavailable.position,
        hint: "write 1 or more; the operator takes anything less for 1")
    }
    guard let own = settings.updateStrategy else { return }
    if let type = own["type"], type.text != strategy.updateType {
      report.error(
        "contradicting-rollout",
        "the rollout \(strategy.rawValue) contradicts the updateStrategy \"\(type.text ?? "")\"",
        at: type.position,
        hint: "leave out spec.rollout or spec.statefulSet.updateStrategy")
    } else if strategy == .canary, let partition = own.at("rollingUpdate", "partition") {
      report.error(
        "contradicting-rollout", "the rollout Canary sets the partition itself", at: partition.position,
        hint: "leave out spec.rollout or the partition")
    }
  }
}

/// What Grafana's rollout-operator needs to change a group zone by zone.
enum RolloutOperator {
  static func labels(_ plan: GroupPlan) -> Mapping {
    plan.usesRolloutOperator
      ? Mapping([.init(key: Scalar("rollout-group"), value: .string(plan.names.group))]) : Mapping()
  }

  static func annotations(_ plan: GroupPlan) -> Mapping {
    guard plan.usesRolloutOperator else { return Mapping() }
    let maxUnavailable = plan.spec.rollout?.value.maxUnavailable?.value ?? 1
    return Mapping([.init(key: Scalar("rollout-max-unavailable"), value: .string(String(maxUnavailable)))])
  }

  /// The operator finds the pods of a StatefulSet by their label `name`.
  static func apply(to template: inout Mapping, _ workload: Workload, _ plan: GroupPlan, _ reader: Reader) {
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
