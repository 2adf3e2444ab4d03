internal import Resources
internal import YAML

/// ConfigMaps and Secrets that change under their name, and the pods that read them and don't restart.
enum ConfigurationChanges {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let changes = input.comparison.objects.filter { change in
      change.kind == .changed && ["ConfigMap", "Secret"].contains(change.object.gvk.kind)
        && change.object.gvk.group.isEmpty
        && change.fields.contains { $0.path.isBelow("data", "binaryData", "stringData") }
    }
    guard !changes.isEmpty else { return [] }
    let readers = Readers(input)
    return changes.compactMap { entry($0, readers) }
  }

  private static func entry(_ change: ObjectChange, _ readers: Readers) -> PlanEntry? {
    let object = change.object
    let reading = readers.workloads(of: object, changed: changedKeys(change))
    let stale = reading.filter { $0.ways.contains(.once) }.map(\.object)
    let renewed = reading.filter { !$0.ways.contains(.once) }.map(\.object)
    guard !reading.isEmpty else { return nil }
    var entry = PlanEntry(
      kind: .configuration, objects: [object],
      summary: "\(ChangeText.object(object)) changes under its name, and pods that read it run on")
    let isTable = object.isInstanceTable
    for workload in stale {
      entry.notes.append(
        "pods of \(ChangeText.object(workload)) read it when they start and keep the old values until they restart"
      )
      if workload.gvk.kind != "CronJob", !isTable {
        entry.commands.append(workload.command("rollout restart"))
      }
    }
    if isTable, !stale.isEmpty {
      entry.notes.append(
        "it lists instances: new ones start with all of it, and those that run need no restart where the program learns of new members by itself"
      )
    }
    for workload in renewed {
      entry.notes.append("pods of \(ChangeText.object(workload)) get the new files by and by")
    }
    return entry
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

extension Resource {
  /// Whether it is the ConfigMap that tells programs of a group's instances.
  fileprivate var isInstanceTable: Bool {
    gvk.kind == "ConfigMap" && GroupLabels(labels) != nil && object.at("data", "instances.yaml") != nil
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
