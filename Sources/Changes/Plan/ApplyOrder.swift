internal import Resources
internal import YAML

/// In which steps, one after the other, objects reach the cluster.
package enum ApplyOrder: Sendable {
  /// In one apply; Argo CD makes steps of its sync waves.
  case waves
  /// What all zones share, and then one zone after the other, as a chain of Flux Kustomizations does.
  case zones

  func step(of object: Resource) -> Int {
    switch self {
    case .waves: object.annotations?[Resource.syncWaveAnnotation]?.wholeNumber ?? 0
    case .zones: object.zoneLabels.map { object.rolloutRank(in: $0.zoneIndex) } ?? -1
    }
  }

  func stepCount(of objects: [Resource]) -> Int { Set(objects.map(step)).count }
}

// MARK: - In words

extension ApplyOrder {
  /// How objects follow each other that are applied in so many steps; `nil` when all are in one.
  func text(steps: Int) -> String? {
    guard steps > 1 else { return nil }
    return switch self {
    case .waves: "Argo CD updates them in \(steps) sync waves, one after the other; kubectl apply all at once"
    case .zones: "a chain of Flux Kustomizations updates them in \(steps) steps, one after the other"
    }
  }
}
