internal import Resources

/// How to roll out one StatefulSet of a group after another.
struct RolloutRecipe {
  let group: [String]
  /// The StatefulSets that it deletes and creates again on the way.
  let replaced: Set<[String]>
  let commands: [String]

  /// - Parameter bearing: how many pods may be down at once.
  /// - Returns: `nil` where one after another is not enough, or no other than all at once.
  init?(_ group: GroupChange, _ input: PlanInput, bearing: Int) {
    let changes = group.sets.filter { $0.update != nil && $0.new?.isOperated == false }
    guard changes.count > 1, group.downInTurn <= bearing, !ZoneMoves.moveData(of: group),
      let first = changes[0].new
    else { return nil }
    self.group = first.groupKey
    guard let prefix = first.labelPrefix, let name = first.group else {
      (replaced, commands) = ([], [])
      return
    }
    func apply(_ selector: String) -> String { "\(input.applyCommand) --selector='\(selector)'" }
    // What the pods of every zone need comes first.
    var commands = [apply("!\(prefix)/az-index")]
    var replaced: Set<[String]> = []
    for change in changes {
      guard let set = change.new else { continue }
      let replacement = Replacements.commands(for: change)
      if !replacement.isEmpty { replaced.insert(set.key) }
      commands += replacement
      commands.append(apply("\(prefix)/instance-group-name=\(name),\(prefix)/az-index=\(set.zoneIndex)"))
      commands.append("kubectl rollout status statefulset \(set.resource.argument)")
    }
    self.commands = commands + [input.applyCommand]
    self.replaced = replaced
  }
}

extension PlanEntry {
  mutating func addRecipe(_ group: GroupChange, _ input: PlanInput, bearing: Int) {
    guard let recipe = RolloutRecipe(group, input, bearing: bearing) else { return }
    notes.append("applied one after the other, the StatefulSets restart one after the other")
    commands = recipe.commands
    self.recipe = recipe
  }
}

extension [PlanEntry] {
  /// Makes one way of all commands, because an apply of everything in between would restart what is to wait.
  ///
  /// - Parameter command: what applies everything.
  mutating func joinRecipes(applying command: String) {
    var places: [Int] = []
    var groups: Set<[String]> = []
    for index in indices {
      guard let recipe = self[index].recipe, !recipe.commands.isEmpty else { continue }
      if groups.insert(recipe.group).inserted {
        places.append(index)
      } else {
        self[index].commands = []
        self[index].notes.append("the commands above do that")
      }
    }
    guard !places.isEmpty else { return }
    for index in places.dropFirst() { self[index].commands.removeFirst() }
    for index in places.dropLast() { self[index].commands.removeLast() }
    let replaced = compactMap(\.recipe).reduce(into: Set<[String]>()) { $0.formUnion($1.replaced) }
    for index in indices where self[index].kind == .replacement {
      self[index].leave(replaced, toRecipesInsteadOf: command)
    }
  }
}

extension PlanEntry {
  /// Takes out what recipes further down do: replacing some StatefulSets, and applying everything.
  fileprivate mutating func leave(_ replaced: Set<[String]>, toRecipesInsteadOf command: String) {
    guard commands.last == command else { return }
    let sets = objects.compactMap(RunningSet.init)
    let others = sets.filter { !replaced.contains($0.key) }
    if others.count < sets.count {
      notes.append("the commands stand below, in an order that keeps enough instances running")
      commands = others.flatMap { replacing[$0.key] ?? [] }
    } else {
      commands.removeLast()
    }
    var applies: [String] = []
    for set in others {
      guard let prefix = set.labelPrefix, let group = set.group else { continue }
      let apply = "\(command) --selector='\(prefix)/instance-group-name=\(group)'"
      if !applies.contains(apply) { applies.append(apply) }
    }
    commands += applies
    if applies.isEmpty, !commands.isEmpty { notes.append("the first apply below brings it back") }
  }
}
