internal import Resources
internal import YAML

/// A group of which too few run while the change is rolled out.
struct QuorumLoss: PlanFinding {
  let group: GroupChange
  /// The pods that go down at once.
  let restarting: Int
  let removed: Int
  /// How many pods of how many are needed: a group that becomes smaller needs a majority of what it is to be.
  let needed: Int
  let base: Int
  /// How to keep enough of them; `nil` where there is no such way, or no need.
  let recipe: RolloutRecipe?

  var total: Int { group.oldPods }
  var left: Int { max(0, total - restarting - removed) }

  static func all(in input: PlanInput) -> [QuorumLoss] {
    let own = input.groups.compactMap { QuorumLoss($0, input) }
    return own + SharedServices.groups(input).compactMap { QuorumLoss($0, input) }
  }

  private init?(_ group: GroupChange, _ input: PlanInput) {
    self.group = group
    (restarting, removed) = (group.downAtOnce, group.removedPods)
    let total = group.oldPods
    base = min(total, group.newPods)
    needed = Self.needed(of: base)
    guard group.newPods > 0, restarting + removed > 0, total - restarting - removed < needed else {
      return nil
    }
    let leaving = group.sets.filter { $0.new == nil }.reduce(0) { $0 + $1.removed.count }
    let bearing = max(total - (removed - leaving) - needed, group.newPods - Self.needed(of: group.newPods))
    recipe = restarting > bearing ? RolloutRecipe(group, input, bearing: bearing) : nil
  }

  /// A majority; of two one, and a group of one has nothing that it could keep.
  private static func needed(of total: Int) -> Int { total > 2 ? total / 2 + 1 : total - 1 }
}

// MARK: - In words

extension QuorumLoss {
  var entry: PlanEntry {
    var entry = PlanEntry(
      kind: .quorum, level: .disruptive, objects: group.sets.compactMap(\.resource),
      summary: "\(group.title) falls to \(left) of \(ChangeText.counted(total, "instance"))",
      notes: ["\(what); \(limit)"])
    if let recipe { entry.add(recipe) }
    let gone = group.sets.filter { $0.new == nil }.compactMap { $0.old?.name }
    if restarting > 0, !gone.isEmpty {
      entry.notes.append("delete \(gone.joined(separator: ", ")) only when the others are up again")
    }
    return entry
  }

  private var what: String {
    [restarting > 0 ? "\(restarting) down at once" : nil, removed > 0 ? "\(removed) removed" : nil]
      .compactMap(\.self).joined(separator: ", ")
  }

  private var limit: String {
    guard base > 2 else { return "at least \(needed) must be left" }
    return "a majority\(base < total ? " of \(base)" : "") is \(needed)"
  }
}
