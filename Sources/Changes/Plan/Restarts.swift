internal import Resources
internal import YAML

/// Which pods restart, and in which order.
enum Restarts {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let scaled = ScaledInstances(input.groups)
    let groups = input.groups.map { group in
      let updates = group.sets.compactMap { change in change.update.map { Update(change, $0) } }
      return (
        restart: restart(
          group, scaled, input.order, updates.filter { $0.update.isCertain && !$0.update.pods.isEmpty }),
        others: [
          possibleRestart(group, updates.filter { !$0.update.isCertain }),
          waiting(group, updates.filter { !$0.update.held.isEmpty }),
        ].compactMap(\.self)
      )
    }
    let replaced = input.changed.compactMap { replacement(of: $0.old, by: $0.new) }
    return WorkloadRestart.joined(groups.compactMap(\.restart) + replaced.compactMap(\.restart)).map {
      $0.entry(input.order)
    }
      + groups.flatMap(\.others) + replaced.compactMap(\.waiting)
  }

  // MARK: StatefulSets

  private typealias Update = (change: StatefulSetChange, update: RollingUpdate)

  private static func restart(
    _ group: GroupChange, _ scaled: ScaledInstances, _ applying: ApplyOrder, _ updates: [Update]
  ) -> WorkloadRestart? {
    guard !updates.isEmpty else { return nil }
    let lists = lists(updates, \.pods)
    var restart = WorkloadRestart(group.title(lists), "restart", "restarts", lists, distinct(updates))
    if restart.fields.allSatisfy({ $0.path.text.hasSuffix("/env/name=REPLICAS/value") }),
      !restart.fields.isEmpty
    {
      restart.notes.append(
        "only REPLICAS is another: environment: {replicas: false} keeps it out of the pods")
    }
    if updates.contains(where: \.update.isLeftover) {
      restart.notes.append("the template stays, but what held them back goes, and they run an older one")
    }
    if let listed = scaled.group(listedIn: restart.fields) {
      restart.notes += [
        "the template lists the instances of \(listed.name): whenever their number changes, the pods restart",
        "instanceTable: {configMap: true, lists: true} writes the list into the ConfigMap \(listed.name)-instances, "
          + "which a file or configMapKeyRef brings into pods without a restart",
      ]
    }
    restart.notes += order(updates, &restart.steps, applying)
    return restart
  }

  private static func possibleRestart(_ group: GroupChange, _ updates: [Update]) -> PlanEntry? {
    guard !updates.isEmpty else { return nil }
    var entry = entry(.possibleRestart, group, updates, \.pods, "may restart", "may restart")
    entry.notes.append(
      "the template stays, but what held them back goes: those that run an older one restart")
    return entry
  }

  private static func waiting(_ group: GroupChange, _ updates: [Update]) -> PlanEntry? {
    guard !updates.isEmpty else { return nil }
    var entry = entry(.waiting, group, updates, \.held, "keep what they run", "keeps what it runs")
    for (change, _) in updates {
      guard let new = change.new else { continue }
      let reason =
        new.restartsOnDelete
        ? onDelete
        : "partition \(new.partition): only pods with ordinal \(new.firstOrdinal + new.partition) or more are updated"
      if !entry.notes.contains(reason) { entry.notes.append(reason) }
    }
    return entry
  }

  private static func entry(
    _ kind: PlanEntry.Kind, _ group: GroupChange, _ updates: [Update], _ pods: (RollingUpdate) -> [String],
    _ many: String,
    _ one: String
  ) -> PlanEntry {
    let lists = lists(updates, pods)
    let count = lists.reduce(0) { $0 + $1.names.count }
    return PlanEntry(
      kind: kind, objects: lists.map(\.owner),
      summary: "\(ChangeText.counted(count, "pod")) of \(group.title(lists)) \(count == 1 ? one : many)",
      pods: lists)
  }

  private static func lists(_ updates: [Update], _ pods: (RollingUpdate) -> [String]) -> [PodList] {
    updates.compactMap { change, update in
      change.resource.map {
        PodList(owner: $0, zone: change.zone, names: pods(update), count: pods(update).count)
      }
    }
  }

  /// - Parameter steps: what follows from the order of the StatefulSets.
  private static func order(_ updates: [Update], _ steps: inout String?, _ applying: ApplyOrder) -> [String] {
    var notes: [String] = []
    if updates.contains(where: \.update.isAbrupt) {
      notes.append("pods of a StatefulSet that is deleted with them stop all at once")
    }
    let gradual = updates.filter { !$0.update.isAbrupt }
    let operated = gradual.filter { $0.change.new?.isOperated == true }
    if !operated.isEmpty {
      notes.append("the rollout-operator restarts one StatefulSet after another, \(pace(operated)) at a time")
    }
    let own = gradual.filter { $0.change.new?.isOperated != true }
    guard !own.isEmpty else { return notes }
    let others = own.count > 1 ? " of each StatefulSet" : ""
    notes.append("\(pace(own))\(others) at a time, from the highest ordinal down")
    if own.count > 1 {
      steps =
        applying.note(own.compactMap(\.change.new?.resource)) ?? "StatefulSets don't wait for each other"
    }
    if own.contains(where: { $0.update.atOnce > 1 }) {
      notes.append("servers before Kubernetes 1.35 do not know maxUnavailable here and restart one at a time")
    }
    return notes
  }

  private static func pace(_ updates: [Update]) -> String {
    let paces = Set(updates.map(\.update.atOnce)).sorted()
    return paces.count == 1
      ? ChangeText.counted(paces[0], "pod")
      : "\(paces[0]) to \(ChangeText.counted(paces[paces.count - 1], "pod"))"
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
    of old: Resource, by new: Resource
  ) -> (restart: WorkloadRestart?, waiting: PlanEntry?)? {
    guard new.gvk.group == "apps", ["Deployment", "DaemonSet"].contains(new.gvk.kind) else { return nil }
    let template = TemplateChange(old, new)
    guard !template.isSame else { return nil }
    let isDeployment = new.gvk.kind == "Deployment"
    let count = new.object.at("spec", "replicas")?.wholeNumber ?? 1
    if isDeployment && count == 0 { return nil }
    let pods = PodList(owner: new, count: isDeployment ? count : nil)
    if new.object.at("spec", "updateStrategy", "type")?.text == "OnDelete" {
      return (nil, waiting(new, pods, template))
    }
    var restart = WorkloadRestart(
      ChangeText.object(new), "are replaced", "is replaced", [pods], template.fields)
    if new.object.at("spec", "strategy", "type")?.text == "Recreate" {
      restart.notes.append("strategy Recreate: all of them stop before the first new one starts")
    }
    return (restart, nil)
  }

  /// Of a DaemonSet: a Deployment has no such strategy.
  private static func waiting(_ object: Resource, _ pods: PodList, _ template: TemplateChange) -> PlanEntry {
    PlanEntry(
      kind: .waiting, objects: [object],
      summary: "the pods of \(ChangeText.object(object)) keep what they run", fields: template.fields,
      pods: [pods],
      notes: (template.fields.contains(where: \.isOrder) ? [ChangeText.orderChanges] : []) + [onDelete])
  }

  private static let onDelete = "strategy OnDelete: a pod gets the new template when somebody deletes it"
}
