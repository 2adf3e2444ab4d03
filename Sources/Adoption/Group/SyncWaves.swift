internal import Resources
internal import YAML

/// The waves in which Argo CD applies one zone after the other.
extension Draft {
  /// Takes the waves for a rollout, where everything else of the group has the one before the first zone's.
  mutating func setSyncWaves() {
    let waves = rests.compactMap { $0.annotations[Resource.syncWaveAnnotation]?.number }
    let order = waves.indices.sorted { waves[$0] < waves[$1] }
    let strategy = settings["rollout"]?["strategy"]?.text
    guard zones.count > 1, waves.count == zones.count, let first = waves.min(), strategy == "RollingUpdate",
      order.enumerated().allSatisfy({ waves[$1] == first + $0 }),
      claimed.allSatisfy({ $0.resource.annotations?[Resource.syncWaveAnnotation]?.text == String(first - 1) })
    else { return }
    isInWaves = true
    settings["rollout"] = .mapping([
      "strategy": "SyncWaves", "first": first == 0 ? nil : .integer(first),
      "order": order == Array(order.indices) ? nil : .sequence(order.map { .string(zones[$0].name) }),
    ])
    for index in rests.indices { rests[index].annotations[Resource.syncWaveAnnotation] = nil }
  }

  /// The annotations of a running object that no setting gives anyway.
  func ownAnnotations(of resource: Resource) -> Mapping {
    var annotations = resource.annotations ?? Mapping()
    if isInWaves { annotations[Resource.syncWaveAnnotation] = nil }
    return annotations
  }
}
