internal import Resources
internal import YAML

/// Pods that restart, or that do not although the template is another.
enum Restart: PlanFinding {
  case certain(WorkloadRestart)
  /// Where pods that were held back may run an older template.
  case possible(GroupChange, [PodList])
  case held(HeldPods)

  static func all(in input: PlanInput) -> [Restart] {
    let scaled = ScaledInstances(input.groups)
    let groups = input.groups.map { group in
      let updates = group.sets.compactMap { change in change.update.map { Update(change, $0) } }
      let uncertain = lists(updates.filter { !$0.update.isCertain }, \.pods)
      return (
        restart: restart(
          group, scaled, input.order, updates.filter { $0.update.isCertain && !$0.update.pods.isEmpty }),
        others: [
          uncertain.isEmpty ? nil : Restart.possible(group, uncertain),
          heldPods(group, updates.filter { !$0.update.held.isEmpty }),
        ].compactMap(\.self)
      )
    }
    let replaced = input.changed.compactMap { replacement(of: $0.old, by: $0.new, input.order) }
    return WorkloadRestart.joined(groups.compactMap(\.restart) + replaced.compactMap(\.restart)).map(
      Restart.certain)
      + groups.flatMap(\.others) + replaced.compactMap(\.held)
  }

  // MARK: StatefulSets

  private typealias Update = (change: StatefulSetChange, update: RollingUpdate)

  private static func restart(
    _ group: GroupChange, _ scaled: ScaledInstances, _ order: ApplyOrder, _ updates: [Update]
  ) -> WorkloadRestart? {
    guard !updates.isEmpty else { return nil }
    let lists = lists(updates, \.pods)
    var restart = WorkloadRestart(group.title(lists), .restart, lists, distinct(updates), order)
    if restart.fields.allSatisfy({ $0.path.text.hasSuffix("/env/name=REPLICAS/value") }),
      !restart.fields.isEmpty
    {
      restart.remarks.append(.onlyReplicas)
    }
    if updates.contains(where: \.update.isLeftover) { restart.remarks.append(.wereHeldBack) }
    if let listed = scaled.group(listedIn: restart.fields) {
      restart.remarks.append(.listsInstances(of: listed.name))
    }
    addOrder(of: updates, to: &restart)
    return restart
  }

  private static func heldPods(_ group: GroupChange, _ updates: [Update]) -> Restart? {
    guard !updates.isEmpty else { return nil }
    var reasons: [HeldPods.Reason] = []
    for new in updates.compactMap(\.change.new) {
      let reason: HeldPods.Reason =
        new.restartsOnDelete
        ? .onDelete : .partition(new.partition, firstOrdinal: new.firstOrdinal + new.partition)
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    return .held(HeldPods(subject: .group(group), pods: lists(updates, \.held), reasons: reasons))
  }

  private static func lists(_ updates: [Update], _ pods: (RollingUpdate) -> [String]) -> [PodList] {
    updates.compactMap { change, update in
      change.resource.map {
        PodList(owner: $0, zone: change.zone, names: pods(update), count: pods(update).count)
      }
    }
  }

  private static func addOrder(of updates: [Update], to restart: inout WorkloadRestart) {
    if updates.contains(where: \.update.isAbrupt) { restart.remarks.append(.stopAtOnce) }
    let gradual = updates.filter { !$0.update.isAbrupt }
    let operated = gradual.filter { $0.change.new?.isOperated == true }
    if let pace = span(of: operated) { restart.remarks.append(.operated(pace)) }
    let own = gradual.filter { $0.change.new?.isOperated != true }
    guard let pace = span(of: own) else { return }
    restart.remarks.append(.paced(pace, areSeveral: own.count > 1))
    if own.count > 1 {
      restart.ownSteps = restart.order.stepCount(of: own.compactMap(\.change.new?.resource))
    }
    if pace.upperBound > 1 { restart.remarks.append(.isSlowerBefore135) }
  }

  /// How many pods are down at a time; `nil` for no update.
  private static func span(of updates: [Update]) -> ClosedRange<Int>? {
    let paces = updates.map(\.update.atOnce)
    guard let least = paces.min(), let most = paces.max() else { return nil }
    return least...most
  }

  /// The same change in several zones is one; what all StatefulSets share comes first, because it is what somebody
  /// wrote, and what differs between zones mostly follows from it.
  private static func distinct(_ updates: [Update]) -> [FieldChange] {
    var fields: [FieldChange] = []
    var counts: [[String]: Int] = [:]
    for field in updates.flatMap(\.update.fields) {
      let signature = field.signature
      if counts[signature] == nil { fields.append(field) }
      counts[signature, default: 0] += 1
    }
    let isShared = { (field: FieldChange) in counts[field.signature] == updates.count }
    var paths: Set<ChangePath> = []
    let own = fields.filter { !isShared($0) }
    let first = own.map { paths.insert($0.path).inserted }
    let marked = Array(zip(own, first))
    let leading: [FieldChange] = marked.filter(\.1).map(\.0)
    let following: [FieldChange] = marked.filter { !$0.1 }.map(\.0)
    return fields.filter(isShared) + leading + following
  }

  // MARK: Deployments and DaemonSets

  private static func replacement(
    of old: Resource, by new: Resource, _ order: ApplyOrder
  ) -> (restart: WorkloadRestart?, held: Restart?)? {
    guard new.gvk.group == "apps", ["Deployment", "DaemonSet"].contains(new.gvk.kind) else { return nil }
    let template = TemplateChange(old, new)
    guard !template.isSame else { return nil }
    let isDeployment = new.gvk.kind == "Deployment"
    let count = new.object.at("spec", "replicas")?.wholeNumber ?? 1
    if isDeployment && count == 0 { return nil }
    let pods = PodList(owner: new, count: isDeployment ? count : nil)
    // Of a DaemonSet: a Deployment has no such strategy.
    if new.object.at("spec", "updateStrategy", "type")?.text == "OnDelete" {
      let isOrder = template.fields.contains(where: \.isOrder)
      return (
        nil,
        .held(
          HeldPods(
            subject: .workload(new), pods: [pods], fields: template.fields,
            reasons: (isOrder ? [.orderCounts] : []) + [.onDelete]))
      )
    }
    var restart = WorkloadRestart(
      ChangeText.object(new), .replacement, [pods], template.fields, order)
    if new.object.at("spec", "strategy", "type")?.text == "Recreate" { restart.remarks.append(.recreated) }
    return (restart, nil)
  }
}

/// Pods that keep what they run.
struct HeldPods {
  enum Subject {
    case group(GroupChange)
    case workload(Resource)
  }

  enum Reason: Equatable {
    case orderCounts
    /// They are updated when somebody deletes them.
    case onDelete
    /// - Parameter firstOrdinal: of the pods that are updated.
    case partition(Int, firstOrdinal: Int)
  }

  let subject: Subject
  let pods: [PodList]
  var fields: [FieldChange] = []
  let reasons: [Reason]
}

// MARK: - In words

extension Restart {
  var entry: PlanEntry {
    switch self {
    case .certain(let restart): restart.entry
    case .possible(let group, let pods):
      PlanEntry(
        kind: .possibleRestart, objects: pods.map(\.owner),
        summary: "\(Self.subject(group, pods)) may restart", pods: pods,
        notes: ["the template stays, but what held them back goes: those that run an older one restart"])
    case .held(let held): held.entry
    }
  }

  fileprivate static func subject(_ group: GroupChange, _ pods: [PodList]) -> String {
    "\(ChangeText.counted(count(pods), "pod")) of \(group.title(pods))"
  }

  fileprivate static func count(_ pods: [PodList]) -> Int { pods.reduce(0) { $0 + $1.names.count } }
}

extension HeldPods {
  fileprivate var entry: PlanEntry {
    PlanEntry(
      kind: .waiting, objects: pods.map(\.owner), summary: summary, fields: fields, pods: pods,
      notes: reasons.map(\.text))
  }

  private var summary: String {
    switch subject {
    case .group(let group):
      "\(Restart.subject(group, pods)) \(Restart.count(pods) == 1 ? "keeps what it runs" : "keep what they run")"
    case .workload(let object): "the pods of \(ChangeText.object(object)) keep what they run"
    }
  }
}

extension HeldPods.Reason {
  fileprivate var text: String {
    switch self {
    case .orderCounts: ChangeText.orderChanges
    case .onDelete: "strategy OnDelete: a pod gets the new template when somebody deletes it"
    case .partition(let partition, let first):
      "partition \(partition): only pods with ordinal \(first) or more are updated"
    }
  }
}
