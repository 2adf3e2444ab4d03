package import Resources
internal import YAML

/// Pods of which something happens at the same time, as the new side is applied.
///
/// What is applied in one step begins at once; each StatefulSet first gets the number of its pods right, then restarts
/// some of them at a time. Where the plan says to apply a group one StatefulSet after the other, it goes so.
package struct RolloutStep: Sendable {
  package enum Event: String, Sendable {
    case added, removed, restarts
  }

  package struct Pods: Sendable {
    package let event: Event
    package let owner: Resource
    /// Empty where all pods of the owner are concerned, and nobody knows in which order.
    package let names: [String]
  }

  package fileprivate(set) var pods: [Pods] = []
  /// Which of several applies it belongs to, from 1 on; `nil` where there is one.
  package let wave: Int?
}

/// The steps of a whole plan.
struct RolloutSteps: Sendable {
  private let input: PlanInput
  /// Groups that the plan rolls out one StatefulSet after the other.
  private let inTurn: Set<[KeyBytes]>
  private let others: [PlanEntry]

  init(_ input: PlanInput, _ entries: [PlanEntry]) {
    self.input = input
    inTurn = Set(entries.compactMap(\.recipe).filter { !$0.commands.isEmpty }.map(\.group))
    others = entries.filter { $0.kind == .restart }
  }

  /// Pods one after the other, each at the same place in time as what stands there in other lanes.
  private typealias Lane = [[RolloutStep.Pods]]

  var steps: [RolloutStep] {
    var lanes: [Int: [Lane]] = [:]
    for group in input.groups {
      for (wave, own) in self.lanes(of: group) { lanes[wave, default: []] += own }
    }
    for owner in others.flatMap(\.pods).map(\.owner) where owner.gvk.kind != "StatefulSet" {
      let pods = RolloutStep.Pods(event: .restarts, owner: owner, names: [])
      lanes[input.order.step(of: owner), default: []].append([[pods]])
    }
    // What is gone from the manifests runs until somebody deletes it.
    let waves = lanes.keys.filter { $0 != Self.leftover }.count
    var steps: [RolloutStep] = []
    for (number, wave) in lanes.keys.sorted().enumerated() {
      let own = lanes[wave] ?? []
      for round in 0..<(own.map(\.count).max() ?? 0) {
        var step = RolloutStep(wave: waves > 1 && wave != Self.leftover ? number + 1 : nil)
        for lane in own where round < lane.count { step.pods += lane[round] }
        steps.append(step)
      }
    }
    return steps
  }

  private static let leftover = Int.max

  private func lanes(of group: GroupChange) -> [(wave: Int, lanes: [Lane])] {
    var byWave: [Int: [Lane]] = [:]
    for change in group.sets {
      let own = rounds(of: change)
      guard !own.isEmpty else { continue }
      let waits = change.new?.isOperated ?? false || inTurn.contains(group.key)
      let wave = change.new == nil ? Self.leftover : change.step
      if waits, let last = byWave[wave]?.indices.last {
        byWave[wave]?[last] += own
      } else {
        byWave[wave, default: []].append(own)
      }
    }
    return byWave.map { (wave: $0.key, lanes: $0.value) }
  }

  private func rounds(of change: StatefulSetChange) -> Lane {
    guard let owner = change.resource else { return [] }
    var rounds: Lane = []
    let (added, removed) = (change.added, change.removed)
    if !added.isEmpty { rounds.append([.init(event: .added, owner: owner, names: added)]) }
    if !removed.isEmpty { rounds.append([.init(event: .removed, owner: owner, names: removed)]) }
    let restarting = change.update?.pods ?? []
    let atOnce = max(1, change.update?.atOnce ?? 1)
    for start in stride(from: 0, to: restarting.count, by: atOnce) {
      let names = Array(restarting[start..<min(start + atOnce, restarting.count)])
      rounds.append([.init(event: .restarts, owner: owner, names: names)])
    }
    return rounds
  }
}
