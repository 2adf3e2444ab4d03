internal import Resources
internal import YAML

/// Groups of which too few run while the change is rolled out.
enum QuorumLosses {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let own = input.groups.compactMap { entry($0, input) }
    return own + SharedServices.groups(input).compactMap { entry($0, input) }
  }

  private static func entry(_ group: GroupChange, _ input: PlanInput) -> PlanEntry? {
    let total = group.oldPods
    let (restarting, removed) = (group.downAtOnce, group.removedPods)
    // A group that becomes smaller needs a majority of what it is to be.
    let base = min(total, group.newPods)
    let needed = needed(of: base)
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
        parts.joined(separator: ", ")
          + "; \(base > 2 ? "a majority\(base < total ? " of \(base)" : "") is" : "at least") \(needed)"
          + (base > 2 ? "" : " must be left")
      ])
    let gone = group.sets.filter { $0.new == nil }
    let shrinking = removed - gone.reduce(0) { $0 + $1.removed.count }
    let bearing = max(total - shrinking - needed, group.newPods - self.needed(of: group.newPods))
    if restarting > bearing { entry.addRecipe(group, input, bearing: bearing) }
    if restarting > 0, !gone.isEmpty {
      let names = gone.compactMap { $0.old?.name }.joined(separator: ", ")
      entry.notes.append("delete \(names) only when the others are up again")
    }
    return entry
  }

  /// A majority; of two one, and a group of one has nothing that it could keep.
  private static func needed(of total: Int) -> Int { total > 2 ? total / 2 + 1 : total - 1 }
}
