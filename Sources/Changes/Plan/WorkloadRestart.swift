internal import Resources
internal import YAML

/// Pods of one or several workloads that restart for one cause.
struct WorkloadRestart {
  /// A workload, or the StatefulSets of one group.
  private struct Member {
    let title: String
    var notes: [String]
    /// The pods of a DaemonSet, of which nobody knows the number.
    let isUncounted: Bool
  }

  private var members: [Member]
  private var verb: (many: String, one: String)
  private(set) var pods: [PodList]
  private(set) var fields: [FieldChange]

  init(_ title: String, _ many: String, _ one: String, _ pods: [PodList], _ fields: [FieldChange]) {
    let isUncounted = pods.contains { $0.count == nil }
    members = [Member(title: title, notes: [], isUncounted: isUncounted)]
    verb = (many, one)
    self.pods = pods
    self.fields = fields
    if fields.contains(where: \.isOrder) { notes.append(ChangeText.orderChanges) }
  }

  /// How the StatefulSets of one group follow each other; of several groups, all of them together count.
  var steps: String?

  /// Of the first workload.
  var notes: [String] {
    get { members[0].notes }
    set { members[0].notes = newValue }
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
    if other.verb != verb { verb = ("restart", "restarts") }
  }

  // MARK: In words

  func entry(_ order: ApplyOrder) -> PlanEntry {
    let owners = pods.map(\.owner)
    return PlanEntry(
      kind: .restart, objects: owners, summary: summary, fields: fields, pods: pods,
      notes: texts(order.note(owners) ?? "workloads don't wait for each other"))
  }

  private var summary: String {
    let count = pods.reduce(0) { $0 + ($1.count ?? 0) }
    let (counted, uncounted) = (members.filter { !$0.isUncounted }, members.filter(\.isUncounted))
    var subjects: [String] = []
    if !counted.isEmpty { subjects.append("\(ChangeText.counted(count, "pod")) of \(Self.titles(counted))") }
    if !uncounted.isEmpty { subjects.append("the pods of \(Self.titles(uncounted))") }
    let isOne = count == 1 && uncounted.isEmpty
    return "\(subjects.joined(separator: " and ")) \(isOne ? verb.one : verb.many)"
  }

  private static func titles(_ members: [Member]) -> String {
    let shown = 4
    let titles = members.prefix(shown).map(\.title).joined(separator: ", ")
    return members.count > shown ? "\(titles) and \(members.count - shown) more" : titles
  }

  /// What holds for all, and then for some, with their names.
  ///
  /// - Parameter order: of the workloads, where there are several.
  private func texts(_ order: String) -> [String] {
    var texts: [String] = []
    for note in members.flatMap(\.notes) where !texts.contains(note) { texts.append(note) }
    if members.count > 1 { texts.append(order) } else if let steps { texts.append(steps) }
    let isShared = { (note: String) in
      note == order || note == steps || members.allSatisfy { $0.notes.contains(note) }
    }
    return texts.filter(isShared)
      + texts.filter { !isShared($0) }.map { note in
        "\(Self.titles(members.filter { $0.notes.contains(note) })): \(note)"
      }
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
