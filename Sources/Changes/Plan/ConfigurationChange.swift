internal import Resources
internal import YAML

/// A ConfigMap or Secret that changes under its name, and the pods that read it and don't restart.
struct ConfigurationChange: PlanFinding {
  let object: Resource
  /// Workloads whose pods keep what they read when they started.
  let stale: [Resource]
  /// Those whose pods get all of it as files that are written anew.
  let renewed: [Resource]

  /// Whether it is the ConfigMap that tells programs of a group's instances.
  var isInstanceTable: Bool {
    object.gvk.kind == "ConfigMap" && GroupLabels(object.labels) != nil
      && object.object.at("data", "instances.yaml") != nil
  }

  static func all(in input: PlanInput) -> [ConfigurationChange] {
    let changes = input.comparison.objects.filter { change in
      change.kind == .changed && ["ConfigMap", "Secret"].contains(change.object.gvk.kind)
        && change.object.gvk.group.isEmpty
        && change.fields.contains { $0.path.isBelow("data", "binaryData", "stringData") }
    }
    guard !changes.isEmpty else { return [] }
    let readers = Readers(input)
    return changes.compactMap { change in
      let reading = readers.workloads(of: change.object, changed: changedKeys(change))
      guard !reading.isEmpty else { return nil }
      return ConfigurationChange(
        object: change.object, stale: reading.filter { $0.ways.contains(.once) }.map(\.object),
        renewed: reading.filter { !$0.ways.contains(.once) }.map(\.object))
    }
  }

  /// Which values change; `nil` where that can be any.
  private static func changedKeys(_ change: ObjectChange) -> Set<KeyBytes>? {
    var keys: Set<KeyBytes> = []
    for field in change.fields where field.path.isBelow("data", "binaryData", "stringData") {
      guard field.path.steps.count > 1, case .field(let key) = field.path.steps[1] else { return nil }
      keys.insert(KeyBytes(text: key))
    }
    return keys
  }
}

/// What runs on with an older content.
private struct Readers {
  private var places: [[KeyBytes]: [(object: Resource, reads: [ConfigReferences.Read])]] = [:]

  init(_ input: PlanInput) {
    let kinds = ["StatefulSet", "Deployment", "DaemonSet"]
    let workloads = input.new.resources.filter { $0.gvk.group == "apps" && kinds.contains($0.gvk.kind) }
    let restarting = Set(
      input.changed.filter { kinds.contains($0.new.gvk.kind) && !TemplateChange($0.old, $0.new).isSame }
        .map(\.new.versionlessID))
    let added = Set(input.comparison.objects.filter { $0.old == nil }.map(\.object.versionlessID))
    for object in workloads
    where !restarting.contains(object.versionlessID) && !added.contains(object.versionlessID) {
      for (key, reads) in ConfigReferences(of: object.object.at("spec", "template", "spec")).reads {
        places[[KeyBytes(text: object.effectiveNamespace)] + key, default: []].append((object, reads))
      }
    }
  }

  /// - Parameter changed: the values that change; `nil`: any.
  func workloads(
    of object: Resource, changed: Set<KeyBytes>?
  ) -> [(object: Resource, ways: Set<ConfigReferences.Way>)] {
    let all = places[[object.effectiveNamespace, object.gvk.kind, object.name].map(KeyBytes.init)] ?? []
    return all.compactMap { workload, reads in
      let ways = reads.filter { read in
        guard let changed, let key = read.key else { return true }
        return changed.contains(key)
      }.map(\.way)
      return ways.isEmpty ? nil : (workload, Set(ways))
    }
  }
}

// MARK: - In words

extension ConfigurationChange {
  var entry: PlanEntry {
    var entry = PlanEntry(
      kind: .configuration, objects: [object],
      summary: "\(ChangeText.object(object)) changes under its name, and pods that read it run on")
    for workload in stale {
      entry.notes.append(
        "pods of \(ChangeText.object(workload)) read it when they start and keep the old values until they restart"
      )
      if workload.gvk.kind != "CronJob", !isInstanceTable {
        entry.commands.append(workload.command("rollout restart"))
      }
    }
    if isInstanceTable, !stale.isEmpty {
      entry.notes.append(
        "it lists instances: new ones start with all of it, and those that run need no restart where the program learns of new members by itself"
      )
    }
    for workload in renewed {
      entry.notes.append("pods of \(ChangeText.object(workload)) get the new files by and by")
    }
    return entry
  }
}
