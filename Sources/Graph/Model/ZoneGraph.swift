package import Changes

/// What runs where, and what selects it: zones, groups of StatefulSets, their pods, Services and budgets.
///
/// It is read from rendered objects alone, and knows as much of manifests that others rendered.
package struct ZoneGraph: Sendable {
  package var zones: [Zone] = []
  /// How many nodes the pods that no zone is known of are drawn on.
  package var nodesOutsideOfZones = 0
  package var groups: [Group] = []
  /// In the order of their groups.
  package var sets: [PodSet] = []
  package var services: [Service] = []
  package var budgets: [Budget] = []
  /// What applying the new side does, where there are two.
  package var plan: Plan?

  /// Of nothing.
  package init() {}

  package struct Zone: Sendable {
    package let name: String
    /// As many as the most pods that one of its StatefulSets keeps apart.
    package var nodes = 0
  }

  /// What became of an object or pod from the old side to the new one.
  package enum Change: String, Sendable {
    case added, removed, changed, restarts
  }

  /// The StatefulSets of an instance group over its zones, or one that is none's.
  package struct Group: Sendable {
    package let name: String
    package let namespace: String
    package let quorum: Quorum
    /// Places among ``ZoneGraph/sets``.
    package var sets: [Int] = []
    package var change: Change?
  }

  package struct PodSet: Sendable {
    package let kind: String
    package let name: String
    package let namespace: String
    /// Its place among the zones.
    package var zone: Int?
    package let spread: Spread
    package var pods: [Pod] = []
    package var change: Change?
  }

  /// Whether pods of a set may share a node.
  package enum Spread: String, Sendable {
    /// Never.
    case required
    /// Only where the scheduler finds no other.
    case preferred
    /// Nothing keeps them apart.
    case none
  }

  package struct Pod: Sendable {
    package let name: String
    /// What tells it from its siblings.
    package let ordinal: Int
    /// Counted in its zone, from 0 on.
    package var node = 0
    package var change: Change?
  }

  package struct Service: Sendable {
    /// Whose pods it selects.
    package enum Role: String, Sendable {
      case instance, zone, group
      /// Pods of several groups.
      case several
      /// None that is drawn.
      case none
    }

    package let name: String
    package let namespace: String
    package let type: String
    package let isHeadless: Bool
    package var role = Role.none
    /// Whether the pods of a StatefulSet have their names under it.
    package var isGoverning = false
    /// Whether the program lets it reach only some of them, such as the one that leads.
    package var isOfSome = false
    package var selections: [Selection] = []
    package var change: Change?
  }

  /// Pods that a selector means.
  package struct Selection: Sendable {
    /// The place among ``ZoneGraph/sets``.
    package let set: Int
    /// The place of the one pod in it that is meant; `nil` for all.
    package let pod: Int?
  }

  package struct Budget: Sendable {
    package let name: String
    package let namespace: String
    /// Whether it is the rollout-operator's, which goes by zones.
    package let isZoneAware: Bool
    /// Whether it goes by partitions of the names of pods.
    package let hasPartitions: Bool
    package let maxUnavailable: String?
    package let minAvailable: String?
    package var selections: [Selection] = []
    package var change: Change?
  }
}

extension ZoneGraph {
  package var podCount: Int { sets.reduce(0) { $0 + $1.pods.count } }

  /// The pods of a group that stay.
  func pods(of group: Group) -> Int {
    group.sets.reduce(0) { $0 + sets[$1].pods.count { $0.change != .removed } }
  }

  /// The groups that pods of a selection belong to, as places.
  func groups(of selections: [Selection], _ owners: [Int]) -> [Int] {
    var (found, known): ([Int], Set<Int>) = ([], [])
    for selection in selections where known.insert(owners[selection.set]).inserted {
      found.append(owners[selection.set])
    }
    return found
  }

  /// The place of the group that each set belongs to.
  var owners: [Int] {
    var owners = Array(repeating: 0, count: sets.count)
    for (place, group) in groups.enumerated() {
      for set in group.sets { owners[set] = place }
    }
    return owners
  }
}
