package import Resources

/// What applying a change does to the pods that run, as far as the manifests before and after tell.
///
/// Nothing is asked of a cluster. The rules are those of Kubernetes 1.36: of its validation, for what can't be updated,
/// and of its controllers, for which pods restart and in which order.
package struct Plan: Sendable {
  /// In the order in which a reader wants to know.
  package let entries: [PlanEntry]

  package var isDisruptive: Bool { entries.contains(where: \.isDisruptive) }

  /// Whether it can't end well, so that nobody may allow it.
  package var hasErrors: Bool { entries.contains { $0.level == .error } }

  /// - Parameter applying: the command that applies the new side, for recipes.
  package init(old: ResourceSet, new: ResourceSet, applying command: ShellCommand = "kubectl apply -f -") {
    let input = PlanInput(old: old, new: new, applying: command)
    var entries =
      ZoneMoves.entries(input) + RelocatedGroups.entries(input) + Replacements.entries(input)
      + QuorumLosses.entries(input) + BudgetLosses.entries(input) + ZoneBudgetLosses.entries(input)
      + InstanceChanges.entries(input) + ReplicaChanges.entries(input) + Restarts.entries(input)
      + PodImages.entries(input) + CronJobChanges.entries(input) + RenamedReferences.entries(input)
      + MovedMark.idle(input)
    entries.joinRecipes(applying: command)
    self.entries = entries
  }
}

/// One thing that happens.
package struct PlanEntry: Sendable {
  /// The words are a part of the JSON schema.
  package enum Kind: String, Sendable, CaseIterable {
    case move, replacement, quorum, budget, removal, addition, restart
    case possibleRestart = "possible-restart"
    case waiting, rename
  }

  package enum Level: String, Sendable {
    /// It happens, and takes nothing away.
    case note
    /// It takes something away for a while, or for good.
    case disruptive
    /// It can't end well: pods would be where their data is not.
    case error
  }

  package let kind: Kind
  package var level = Level.note
  package var objects: [Resource]
  package var summary: String
  package var fields: [FieldChange] = []
  package var pods: [PodList] = []
  /// Reasons and remedies, each a line.
  package var notes: [String] = []
  /// What to run, in order.
  package var commands: [ShellCommand] = []
  /// Where its commands come from, when they are about a whole group.
  var recipe: RolloutRecipe?
  /// The commands that replace a StatefulSet, by its key.
  var replacing: [[String]: [ShellCommand]] = [:]

  package var isDisruptive: Bool { level != .note }
}

/// The pods of one object that something happens to.
package struct PodList: Sendable {
  package let owner: Resource
  package var zone: String?
  /// In order of what happens; empty where only their number is known.
  package var names: [String] = []
  /// `nil` where not even that is known, as for a DaemonSet.
  package var count: Int?
  package var claims: [String] = []
}
