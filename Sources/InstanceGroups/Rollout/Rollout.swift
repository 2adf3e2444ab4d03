package import Diagnostics
import YAML

/// How a change of the template reaches the pods.
package struct Rollout: Sendable {
  package var strategy = RolloutStrategy.rollingUpdate
  package var instances: Located<Int>?
  package var maxUnavailable: Located<Int>?
  /// The wave of the first zone.
  package var first = Located(0, Position.none)
  package var order: [Located<String>] = []
  package var prepareDownscale: Located<DownscaleNotice>?
  package var downscaleLeader: Located<DownscaleLeader>?
  package var mirrorReplicas: Located<ReplicaSourceReference>?

  static let schema = Schema("rollout", initial: Rollout()) {
    Field(
      "strategy", .choice(), \.strategy, required: true,
      "RollingUpdate, OnDelete, Canary (some pods of each zone only), RolloutOperator or SyncWaves (zone by zone)."
    )
    Field(
      "order", .list(of: .located(.string), atMost: Zone.most), \.order,
      "The zones in the order in which they are changed; that of the Topology when absent.")
    Field(
      "first", .located(.integer(in: -10_000...10_000)), \.first,
      "SyncWaves: the wave of the first zone, 0 by default; what the pods need has the one before.")
    Field(
      "instances", .located(.instances), \.instances,
      "Canary: how many pods of each zone are changed; 1 by default.")
    Field(
      "maxUnavailable", .located(.instances), \.maxUnavailable,
      "RolloutOperator: how many pods of a zone may be down at a time; 1 by default.")
    Field(
      "prepareDownscale", .located(.object(DownscaleNotice.schema)), \.prepareDownscale,
      "RolloutOperator: where pods are told before they are scaled away.")
    Field(
      "downscaleLeader", .located(.choice()), \.downscaleLeader,
      "RolloutOperator: Previous: each zone has as many pods as the one before it, after a while.")
    Field(
      "mirrorReplicas", .located(.object(ReplicaSourceReference.schema)), \.mirrorReplicas,
      "RolloutOperator: the object whose scale says how many pods a zone has; with a leader only the first."
    )
  }
}

package enum RolloutStrategy: String, Sendable, CaseIterable {
  case rollingUpdate = "RollingUpdate"
  case onDelete = "OnDelete"
  case canary = "Canary"
  case rolloutOperator = "RolloutOperator"
  case syncWaves = "SyncWaves"

  /// The `type` that a StatefulSet's updateStrategy has under it.
  var updateType: String {
    switch self {
    case .rollingUpdate, .canary, .syncWaves: "RollingUpdate"
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
}
