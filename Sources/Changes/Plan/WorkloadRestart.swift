internal import Resources
internal import YAML

/// Pods of one or several workloads that restart for one cause.
struct WorkloadRestart {
  /// A workload, or the StatefulSets of one group.
  struct Member {
    let title: String
    var remarks: [Remark]
    /// The pods of a DaemonSet, of which nobody knows the number.
    let isUncounted: Bool
  }

  enum Remark: Equatable {
    case orderCounts
    /// Nothing but the number of instances is another.
    case onlyReplicas
    /// They run an older template, and were held back from the present one.
    case wereHeldBack
    /// The template lists the instances of a group of this name.
    case listsInstances(of: String)
    /// They stop with a StatefulSet that is deleted.
    case stopAtOnce
    /// So many at a time, from one StatefulSet after the other.
    case operated(ClosedRange<Int>)
    /// So many at a time, of each StatefulSet where there are several.
    case paced(ClosedRange<Int>, areSeveral: Bool)
    case isSlowerBefore135
    /// All stop before the first new one starts.
    case recreated
  }

  enum Way {
    case restart, replacement
  }

  private(set) var members: [Member]
  private(set) var way: Way
  private(set) var pods: [PodList]
  private(set) var fields: [FieldChange]
  let order: ApplyOrder
  /// In how many steps the StatefulSets of one group are applied that don't wait for each other; `nil` for less than
  /// two. Of several groups, all of them together count.
  var ownSteps: Int?

  init(_ title: String, _ way: Way, _ pods: [PodList], _ fields: [FieldChange], _ order: ApplyOrder) {
    let isUncounted = pods.contains { $0.count == nil }
    members = [Member(title: title, remarks: [], isUncounted: isUncounted)]
    self.way = way
    self.pods = pods
    self.fields = fields
    self.order = order
    if fields.contains(where: \.isOrder) { remarks.append(.orderCounts) }
  }

  /// On the first workload.
  var remarks: [Remark] {
    get { members[0].remarks }
    set { members[0].remarks = newValue }
  }

  // MARK: One cause

  /// Those in which the same fields get the same values, wherever in the pod they stand, are one.
  static func joined(_ restarts: [WorkloadRestart]) -> [WorkloadRestart] {
    var joined: [WorkloadRestart] = []
    var places: [[KeyBytes]: Int] = [:]
    for restart in restarts {
      let cause = restart.cause
      guard let place = places[cause] else {
        places[cause] = joined.count
        joined.append(restart)
        continue
      }
      joined[place].join(restart)
    }
    return joined
  }

  private var cause: [KeyBytes] {
    let values = Set(fields.map(\.cause)).sorted { $0.lexicographicallyPrecedes($1, by: precedesBytewise) }
    return ([pods[0].owner.effectiveNamespace] + values.flatMap(\.self)).map(KeyBytes.init)
  }

  private mutating func join(_ other: WorkloadRestart) {
    members += other.members
    pods += other.pods
    fields += other.fields
    if other.way != way { way = .restart }
  }
}

extension FieldChange {
  /// What was written, without the place in the object: the last field, and both values.
  var cause: [String] {
    guard case .field(let name) = path.steps.last, old?.text != nil || new?.text != nil, !isOrder else {
      return signature
    }
    // A variable is known by its name, whatever container has it.
    let entry = path.steps.dropLast().last.flatMap { step -> String? in
      if case .entry(let keys) = step, name == "value" { keys.first?.value } else { nil }
    }
    return [name, entry ?? "", old?.oneLine ?? "", new?.oneLine ?? ""]
  }
}

// MARK: - In words

extension WorkloadRestart {
  var entry: PlanEntry {
    PlanEntry(
      kind: .restart, objects: pods.map(\.owner), summary: summary, fields: fields, pods: pods, notes: notes)
  }

  private var summary: String {
    let count = pods.reduce(0) { $0 + ($1.count ?? 0) }
    let (counted, uncounted) = (members.filter { !$0.isUncounted }, members.filter(\.isUncounted))
    var subjects: [String] = []
    if !counted.isEmpty { subjects.append("\(ChangeText.counted(count, "pod")) of \(Self.titles(counted))") }
    if !uncounted.isEmpty { subjects.append("the pods of \(Self.titles(uncounted))") }
    let isOne = count == 1 && uncounted.isEmpty
    let verb =
      switch way {
      case .restart: isOne ? "restarts" : "restart"
      case .replacement: isOne ? "is replaced" : "are replaced"
      }
    return "\(subjects.joined(separator: " and ")) \(verb)"
  }

  private static func titles(_ members: [Member]) -> String {
    let shown = 4
    let titles = members.prefix(shown).map(\.title).joined(separator: ", ")
    return members.count > shown ? "\(titles) and \(members.count - shown) more" : titles
  }

  /// What holds for all, and then for some, with their names.
  private var notes: [String] {
    var remarks: [Remark] = []
    for remark in members.flatMap(\.remarks) where !remarks.contains(remark) { remarks.append(remark) }
    let isShared = { (remark: Remark) in members.allSatisfy { $0.remarks.contains(remark) } }
    return remarks.filter(isShared).flatMap(\.texts) + (sequence.map { [$0] } ?? [])
      + remarks.filter { !isShared($0) }.flatMap { remark in
        let titles = Self.titles(members.filter { $0.remarks.contains(remark) })
        return remark.texts.map { "\(titles): \($0)" }
      }
  }

  /// How workloads follow each other, where there are several.
  private var sequence: String? {
    if members.count > 1 {
      return order.text(steps: order.stepCount(of: pods.map(\.owner)))
        ?? "workloads don't wait for each other"
    }
    return ownSteps.map { order.text(steps: $0) ?? "StatefulSets don't wait for each other" }
  }
}

extension WorkloadRestart.Remark {
  fileprivate var texts: [String] {
    switch self {
    case .orderCounts: return [ChangeText.orderChanges]
    case .onlyReplicas:
      return ["only REPLICAS is another: environment: {replicas: false} keeps it out of the pods"]
    case .wereHeldBack:
      return ["the template stays, but what held them back goes, and they run an older one"]
    case .listsInstances(let group):
      return [
        "the template lists the instances of \(group): whenever their number changes, the pods restart",
        "instanceTable: {configMap: true, lists: true} writes the list into the ConfigMap \(group)-instances, "
          + "which a file or configMapKeyRef brings into pods without a restart",
      ]
    case .stopAtOnce: return ["pods of a StatefulSet that is deleted with them stop all at once"]
    case .operated(let pace):
      return ["the rollout-operator restarts one StatefulSet after another, \(Self.text(pace)) at a time"]
    case .paced(let pace, let areSeveral):
      let others = areSeveral ? " of each StatefulSet" : ""
      return ["\(Self.text(pace))\(others) at a time, from the highest ordinal down"]
    case .isSlowerBefore135:
      return ["servers before Kubernetes 1.35 do not know maxUnavailable here and restart one at a time"]
    case .recreated: return ["strategy Recreate: all of them stop before the first new one starts"]
    }
  }

  private static func text(_ pace: ClosedRange<Int>) -> String {
    let most = ChangeText.counted(pace.upperBound, "pod")
    return pace.count == 1 ? most : "\(pace.lowerBound) to \(most)"
  }
}
