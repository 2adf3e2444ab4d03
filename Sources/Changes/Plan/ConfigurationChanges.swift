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
    return changes.compactMap { entry($0.object, readers) }
  }

  private static func entry(_ object: Resource, _ readers: Readers) -> PlanEntry? {
    let reading = readers.workloads(of: object)
    let stale = reading.filter { $0.ways.contains(.once) }.map(\.object)
    let renewed = reading.filter { !$0.ways.contains(.once) }.map(\.object)
    guard !reading.isEmpty else { return nil }
    var entry = PlanEntry(
      kind: .configuration, objects: [object],
      summary: "\(ChangeText.object(object)) changes under its name, and pods that read it run on")
    for workload in stale {
      entry.notes.append(
        "pods of \(ChangeText.object(workload)) read it when they start and keep the old values until they restart"
      )
      if workload.gvk.kind != "CronJob" {
        entry.commands.append(workload.command("rollout restart"))
      }
    }
    for workload in renewed {
      entry.notes.append("pods of \(ChangeText.object(workload)) get the new files by and by")
    }
    return entry
  }
}

/// What runs on with an older content.
private struct Readers {
  private var places: [[KeyBytes]: [(object: Resource, ways: Set<ConfigReferences.Way>)]] = [:]

  init(_ input: PlanInput) {
    let kinds = ["StatefulSet", "Deployment", "DaemonSet"]
    let workloads = input.new.resources.filter { $0.gvk.group == "apps" && kinds.contains($0.gvk.kind) }
    let restarting = Set(
      input.changed.filter { kinds.contains($0.new.gvk.kind) && !TemplateChange($0.old, $0.new).isSame }
        .map(\.new.versionlessID))
    let added = Set(input.comparison.objects.filter { $0.old == nil }.map(\.object.versionlessID))
    for object in workloads
    where !restarting.contains(object.versionlessID) && !added.contains(object.versionlessID) {
      for (key, ways) in ConfigReferences(of: object.object.at("spec", "template", "spec")).ways {
        places[[KeyBytes(text: object.effectiveNamespace)] + key, default: []].append((object, ways))
      }
    }
  }

  func workloads(of object: Resource) -> [(object: Resource, ways: Set<ConfigReferences.Way>)] {
    places[[object.effectiveNamespace, object.gvk.kind, object.name].map(KeyBytes.init)] ?? []
  }
}
