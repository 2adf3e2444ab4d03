internal import InstanceGroups
internal import Resources
internal import YAML

/// The policy that sets the ordinals of pods, where the Topology makes it.
struct OrdinalPolicyMatch {
  /// Of its objects among those that were read.
  private(set) var places: [Int] = []

  /// Whether all of them are there.
  private(set) var isComplete = true

  init(_ topology: TopologyDraft, _ set: ResourceSet) {
    guard topology.podOrdinalSource == .label else { return }
    for object in SharedTopology(topology.node).expanded().resources {
      let place = set.resources.firstIndex {
        $0.canonicalID == object.canonicalID && $0.object.sameData(as: object.object)
      }
      if let place { places.append(place) } else { isComplete = false }
    }
  }
}
