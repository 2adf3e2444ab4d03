internal import Resources
internal import YAML

/// Groups of which too few run while the change is rolled out.
enum QuorumLosses {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    input.groups.compactMap { entry($0, input) }
  }

  private static func entry(_ group: GroupChange, _ input: PlanInput) -> PlanEntry? {
    let total = group.oldPods
    let (restarting, removed) = (group.downAtOnce, group.removedPods)
    let needed = needed(of: total)
    guard group.newPods > 0, restarting + removed > 0, total - restarting - removed < needed else {
      return nil
    }
    var parts: [String] = []
    if restarting > 0 { parts.append("\(restarting) down at once") }
    if removed > 0 { parts.append("\(removed) removed") }
    let left = max(0, total - restarting - removed)
    var entry = PlanEntry(
      kind: .quorum, level: .disruptive, objects: group.sets.compactMap(\.resource),
      summary: "\(group.title) falls to \(left) of \(ChangeText.counted(total, "instance"))",
      notes: [
        parts.joined(separator: ", ") + "; \(total > 2 ? "a majority is" : "at least") \(needed)"
          + (total > 2 ? "" : " must be left")
      ])
    entry.addRecipe(group, input, bearing: total - removed - needed)
    return entry
  }

  /// A majority; of two one, and a group of one has nothing that it could keep.
  private static func needed(of total: Int) -> Int { total > 2 ? total / 2 + 1 : total - 1 }
}

extension PlanEntry {
  /// How to roll out one StatefulSet after another, where that is enough.
  ///
  /// - Parameter bearing: how many pods may be down at once.
  mutating func addRecipe(_ group: GroupChange, _ input: PlanInput, bearing: Int) {
    let sets = group.sets.compactMap { $0.update == nil ? nil : $0.new }.filter { !$0.isOperated }
    guard sets.count > 1, group.downInTurn <= bearing, !ZoneMoves.moveData(of: group) else { return }
    notes.append("applied one after the other, the StatefulSets restart one after the other")
    guard let prefix = sets[0].labelPrefix, let name = sets[0].group else { return }
    func apply(_ selector: String) -> String { "\(input.applyCommand) --selector='\(selector)'" }
    // What the pods of every zone need comes first.
    commands = [apply("!\(prefix)/az-index")]
    for set in sets {
      commands.append(apply("\(prefix)/instance-group-name=\(name),\(prefix)/az-index=\(set.zoneIndex)"))
      commands.append("kubectl rollout status statefulset \(set.resource.argument)")
    }
    commands.append(input.applyCommand)
  }
}
