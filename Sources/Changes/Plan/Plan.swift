package import Resources
internal import YAML

/// What applying a change does to the pods that run, as far as the manifests before and after tell.
///
/// Nothing is asked of a cluster. The rules are those of Kubernetes 1.36: of its validation, for what can't be updated,
/// and of its controllers, for which pods restart and in which order.
package struct Plan: Sendable {
  /// In the order in which a reader wants to know.
  package let entries: [PlanEntry]

  /// What differs between the two sides, objects with names of the server's aside.
  package let comparison: Comparison

  /// What happens to pods, one step after the other.
  package var steps: [RolloutStep] { rollout.steps }
  private let rollout: RolloutSteps

  package var isDisruptive: Bool { entries.contains(where: \.isDisruptive) }

  /// Whether everything that is disruptive was allowed by name.
  package var isAllowed: Bool { entries.allSatisfy { !$0.isDisruptive || $0.isAllowed } }

  /// Whether it can't end well, so that nobody may allow it.
  package var hasErrors: Bool { entries.contains { $0.level == .error } }

  /// - Parameters:
  ///   - applying: the command that applies the new side, for recipes.
  ///   - losing: the names of groups and objects whose data may be deleted.
  ///   - order: in which steps the new side is applied.
  ///   - running: what a cluster said of the ``questions`` of a plan without it.
  package init(
    old: ResourceSet, new: ResourceSet, applying command: ShellCommand = "kubectl apply -f -",
    losing names: [String] = [], in order: ApplyOrder = .waves, running: RunningState? = nil
  ) {
    let input = PlanInput(
      old: old, new: new, applying: command, losing: names, running: running, order: order)
    comparison = input.comparison
    var entries = Self.rules.flatMap { $0(input) }
    entries.joinRecipes(applying: command)
    let changes = Dictionary(grouping: comparison.objects) { $0.object.versionlessID }
    for index in entries.indices { entries[index].findPlaces(changes) }
    // Whatever is run would carry the error out.
    if entries.contains(where: { $0.level == .error }) {
      for index in entries.indices { entries[index].commands = [] }
    }
    self.entries = entries
    rollout = RolloutSteps(input, entries)
  }
}

extension Plan {
  /// What each kind of ``PlanFinding`` comes to, in the order in which a reader wants to know: what can't end well, what
  /// takes something away, what happens to pods, and what else there is to do.
  private static let rules: [@Sendable (PlanInput) -> [PlanEntry]] = [
    ZoneMove.entries,
    RelocatedGroup.entries,
    Replacement.entries,
    Refusal.entries,
    NameLoss.entries,
    LateLabel.entries,
    QuorumLoss.entries,
    BudgetLoss.entries,
    ZoneBudgetLoss.entries,
    DataRemoval.entries,
    StaleReaders.entries,
    InstanceChange.entries,
    ReplicaChange.entries,
    Restart.entries,
    PodImageChange.entries,
    CronJobChange.entries,
    RenamedObject.entries,
    ConfigurationChange.entries,
    Leftovers.entries,
    IdleMark.entries,
  ]
}

/// One thing that happens.
package struct PlanEntry: Sendable {
  /// The words are a part of the JSON schema.
  package enum Kind: String, Sendable, CaseIterable {
    case move, replacement, quorum, budget, removal, addition, restart
    case possibleRestart = "possible-restart"
    case waiting, rename, refusal, configuration, leftover, naming
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
  /// What decides it, each once; of an entry without fields whatever differs in its objects.
  package fileprivate(set) var places: [ChangePlace] = []
  package var pods: [PodList] = []
  /// Reasons and remedies, each a line.
  package var notes: [String] = []
  /// What `--allow` takes for this entry alone: `delete-data=NAME`.
  package var permission: String?
  package var isAllowed = false
  /// What to run, in order.
  package var commands: [ShellCommand] = []
  /// Where its commands come from, when they are about a whole group.
  var recipe: RolloutRecipe?
  /// The commands that replace a StatefulSet, by its key.
  var replacing: [[KeyBytes]: [ShellCommand]] = [:]

  package var isDisruptive: Bool { level != .note }

  fileprivate mutating func findPlaces(_ changes: [ResourceID: [ObjectChange]]) {
    var all = fields.map(\.place)
    if all.isEmpty {
      let changed = objects.flatMap { changes[$0.versionlessID] ?? [] }
      // Pods come and go with this field, whatever else is another.
      let replicas =
        [.addition, .removal].contains(kind) ? changed.flatMap(\.fields).filter(\.isReplicas) : []
      all = replicas.isEmpty ? changed.flatMap(\.places) : replicas.map(\.place)
    }
    var seen: Set<ChangePlace> = []
    places = all.filter { $0.isKnown && seen.insert($0).inserted }
  }
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

extension FieldChange {
  fileprivate var isReplicas: Bool { path == ChangePath(["spec", "replicas"]) }
}
