internal import Resources
internal import YAML

/// How to roll out one StatefulSet of a group after another.
struct RolloutRecipe {
  let group: [KeyBytes]
  /// The StatefulSets whose other commands it runs on the way.
  let prepared: Set<[KeyBytes]>
  let commands: [ShellCommand]

  /// - Parameter bearing: how many pods may be down at once.
  /// - Returns: `nil` where one after another is not enough, or no other than all at once.
  init?(_ group: GroupChange, _ input: PlanInput, bearing: Int) {
    let changes = group.sets.filter { $0.update != nil && $0.new?.isOperated == false }
    guard changes.count > 1, group.downInTurn <= bearing, !ZoneMove.movesData(of: group),
      let first = changes[0].new
    else { return nil }
    self.group = first.groupKey
    guard let prefix = first.labelPrefix, let name = first.group else {
      (prepared, commands) = ([], [])
      return
    }
    func apply(_ selector: String) -> ShellCommand {
      "\(input.applyCommand) --selector=\(quoted: selector)"
    }
    // What the pods of every zone need comes first.
    var commands = [apply("!\(prefix)/az-index")]
    var prepared: Set<[KeyBytes]> = []
    let leaving = ZoneMove.leaving(group)
    for change in changes {
      guard let set = change.new else { continue }
      let own =
        Replacement.commands(for: change)
        + (leaving.contains(set.key) ? ZoneMove.commands(for: change) : [])
      if !own.isEmpty { prepared.insert(set.key) }
      commands += own
      commands.append(apply("\(prefix)/instance-group-name=\(name),\(prefix)/az-index=\(set.zoneIndex)"))
      commands.append(set.resource.command("rollout status"))
    }
    self.commands = commands + [input.applyCommand]
    self.prepared = prepared
  }
}

extension PlanEntry {
  mutating func add(_ recipe: RolloutRecipe) {
    notes += [
      "applied one after the other, the StatefulSets restart one after the other",
      "the rollout-operator, Argo CD sync waves or a chain of Flux Kustomizations keep to an order by themselves",
    ]
    commands = recipe.commands
    self.recipe = recipe
  }
}

extension [PlanEntry] {
  /// Makes one way of all commands, because an apply of everything in between would restart what is to wait.
  ///
  /// - Parameter command: what applies everything.
  mutating func joinRecipes(applying command: ShellCommand) {
    var places: [Int] = []
    var groups: Set<[KeyBytes]> = []
    for index in indices {
      guard let recipe = self[index].recipe, !recipe.commands.isEmpty else { continue }
      if groups.insert(recipe.group).inserted {
        places.append(index)
      } else {
        self[index].commands = []
        self[index].notes.append("the commands above do that")
      }
    }
    guard !places.isEmpty else { return applyOnce(command) }
    for index in places.dropFirst() { self[index].commands.removeFirst() }
    for index in places.dropLast() { self[index].commands.removeLast() }
    let prepared = compactMap(\.recipe).reduce(into: Set<[KeyBytes]>()) { $0.formUnion($1.prepared) }
    for index in indices where self[index].recipe == nil {
      self[index].leave(prepared, toRecipesInsteadOf: command)
    }
  }
}

extension [PlanEntry] {
  /// Deletes everything before the one apply that brings it back: an apply in between would be refused.
  private mutating func applyOnce(_ command: ShellCommand) {
    for index in indices.filter({ self[$0].commands.last == command }).dropLast() {
      self[index].commands.removeLast()
      self[index].notes.append("one apply for everything stands below")
    }
  }
}

extension PlanEntry {
  /// Takes out what recipes further down do: the commands of some StatefulSets, and applying everything.
  fileprivate mutating func leave(_ prepared: Set<[KeyBytes]>, toRecipesInsteadOf command: ShellCommand) {
    let sets = objects.compactMap(RunningSet.init).filter { replacing[$0.key] != nil }
    let others = sets.filter { !prepared.contains($0.key) }
    let applies = commands.last == command
    if others.count < sets.count {
      notes.append("the commands stand below, in an order that keeps enough instances running")
      commands = others.flatMap { replacing[$0.key] ?? [] }
    } else if applies {
      commands.removeLast()
    }
    guard applies, !commands.isEmpty else { return }
    let groups = Self.applies(of: others, with: command)
    commands += groups
    if groups.isEmpty { notes.append("the first apply below brings it back") }
  }

  /// Applies the groups of StatefulSets, and nothing else.
  private static func applies(of sets: [RunningSet], with command: ShellCommand) -> [ShellCommand] {
    var applies: [ShellCommand] = []
    for set in sets {
      guard let prefix = set.labelPrefix, let group = set.group else { continue }
      let apply: ShellCommand =
        "\(command) --selector=\(quoted: "\(prefix)/instance-group-name=\(group)")"
      if !applies.contains(apply) { applies.append(apply) }
    }
    return applies
  }
}
