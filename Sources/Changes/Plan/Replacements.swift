internal import Resources
internal import YAML

/// Objects that can't become what they are to be, and must be deleted and created again.
enum Replacements {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    var entries: [PlanEntry] = []
    var places: [KeyBytes: Int] = [:]
    for (old, new) in input.changed {
      let fields = FixedFields.changes(from: old, to: new)
      guard !fields.isEmpty else { continue }
      let recipe = ReplacementRecipe(old, new, fields)
      // The same in several zones is one.
      let own = recipe.losesData ? new.name : ""
      let signature = "\(new.gvk.kind) \(new.namespace) \(own) \(recipe.notes) \(fields.map(\.signature))"
      if let place = places[signature] {
        entries[place].join(new, recipe)
      } else {
        places[signature] = entries.count
        var entry = PlanEntry(
          kind: .replacement, level: .disruptive, objects: [], summary: "", fields: fields,
          notes: recipe.notes)
        if recipe.losesData { entry.asks(for: LossPermission(new.name, in: new.namespace, input)) }
        entry.join(new, recipe)
        entries.append(entry)
      }
    }
    for index in entries.indices {
      let objects = entries[index].objects
      entries[index].summary = "\(ChangeText.objects(objects)) can't be updated in place"
      if objects[0].gvk.kind != "PersistentVolumeClaim" {
        entries[index].commands.append(input.applyCommand)
      }
    }
    return entries
  }

  /// What replaces one StatefulSet, without the apply; empty when it can be updated in place.
  static func commands(for change: StatefulSetChange) -> [ShellCommand] {
    guard let old = change.old?.resource, let new = change.new?.resource else { return [] }
    let fields = FixedFields.changes(from: old, to: new)
    return fields.isEmpty ? [] : ReplacementRecipe(old, new, fields).commands
  }

  /// Whether the pods of a StatefulSet must go with it, because the new one would not know them for its own.
  static func stopsPods(_ old: RunningSet, _ new: RunningSet) -> Bool {
    guard let selector = PodSelector(new.resource.object.at("spec", "selector")) else { return false }
    return !selector.selects(old.podLabels)
  }
}

extension PlanEntry {
  fileprivate mutating func join(_ object: Resource, _ recipe: ReplacementRecipe) {
    objects.append(object)
    commands += recipe.commands
    if let set = RunningSet(object) { replacing[set.key] = recipe.commands }
  }
}

extension FieldChange {
  /// Tells it from other changes.
  var signature: [String] { [path.text, old?.oneLine ?? "", new?.oneLine ?? ""] }
}

/// Why an object is replaced, what that does to what runs, and how it is done.
private struct ReplacementRecipe {
  private(set) var notes: [String] = []
  private(set) var commands: [ShellCommand] = []
  /// Whether data goes with the object that is deleted.
  private(set) var losesData = false

  init(_ old: Resource, _ new: Resource, _ fields: [FieldChange]) {
    let delete = new.command("delete")
    defer { if fields.contains(where: \.isOrder) { notes.append(ChangeText.orderChanges) } }
    switch new.gvk.kind {
    case "StatefulSet": replaceStatefulSet(old, new, fields, delete)
    case "Deployment", "DaemonSet", "ReplicaSet":
      notes = ["its selector is fixed; its pods stop with it, and others start after the apply"]
      commands = [delete]
    case "Job":
      notes = ["what a Job runs is fixed; its pods go with it, and the new one runs from the start"]
      commands = [delete]
    case "Pod":
      notes = ["of a Pod only the images can change; nothing runs from its deletion to the apply"]
      commands = [delete]
    case "Service":
      let staysHeadless = fields.contains { $0.path.isCovered(by: "/spec/clusterIP") && $0.new == nil }
      notes = [
        staysHeadless
          ? "what is left out stays: it would keep clusterIP None, and has no address until it is made anew"
          : "its address is fixed; until it is there again nothing reaches its pods by it"
      ]
      commands = [delete]
    case "PersistentVolumeClaim":
      notes = ["a claim only grows; for anything else make another claim and copy the data"]
      if fields.contains(where: { $0.path.isCovered(by: "/spec/storageClassName") && $0.old == nil }) {
        notes.append("it has had the default class since it was made: only that one is taken")
      }
    case "ConfigMap", "Secret":
      notes = [
        old.object["immutable"]?.text == "true"
          ? "it is immutable; pods that run keep the old content until they restart"
          : "its type is fixed; pods that run keep the old content until they restart"
      ]
      commands = [delete]
    case "CustomResourceDefinition":
      notes = ["these fields are fixed; every object of its kind goes with it"]
      losesData = true
      commands = [delete]
    case "PersistentVolume":
      notes = [
        "its source is fixed; it goes when its claim has gone, and with reclaim policy Delete the disk goes with it"
      ]
      commands = [delete]
    default:
      notes = ["these fields are fixed once it is there"]
      commands = [delete]
    }
  }

  private mutating func replaceStatefulSet(
    _ old: Resource, _ new: Resource, _ fields: [FieldChange], _ delete: ShellCommand
  ) {
    guard let before = RunningSet(old), let after = RunningSet(new) else { return }
    if Replacements.stopsPods(before, after) {
      notes = ["the new selector does not match the labels of its pods: they stop with it; claims stay"]
      commands = [delete]
      if before.retention("whenDeleted") == "Delete", !before.claimTemplates.isEmpty {
        notes = [
          "the new selector does not match the labels of its pods: they stop with it, and whenDeleted: Delete takes the claims"
        ]
        losesData = true
      }
    } else {
      notes = ["its pods keep running without it, and the new one takes them over"]
      commands = [new.command("delete", "--cascade=orphan")]
    }
    if let field = fields.first(where: { $0.path.isCovered(by: "/spec/serviceName") }) {
      notes.append(
        "pods that stay have the subdomain \(field.old?.text ?? "") and no names under \(field.new?.text ?? "") until they restart"
      )
    }
    guard fields.contains(where: { $0.path.isCovered(by: "/spec/volumeClaimTemplates") }) else { return }
    let added = after.claimTemplates.filter { !before.claimTemplates.containsBytes(of: $0) }
    if !added.isEmpty, !Replacements.stopsPods(before, after) {
      notes.append(
        "a pod takes no new claim (\(added.joined(separator: ", "))) while it runs, and nothing else is rolled out until it does: after the apply, delete the pods one by one"
      )
    }
    let patches = fields.filter(\.grows).flatMap { growth($0, of: before, and: after) }
    notes.append(
      patches.isEmpty
        ? "claims that are there stay as they are"
        : "claims that are there grow by the patches, where their storage class has allowVolumeExpansion")
    commands += patches
  }

  /// Claims grow one by one: the template is for new ones.
  private func growth(_ field: FieldChange, of before: RunningSet, and after: RunningSet) -> [ShellCommand] {
    guard case .entry(let keys) = field.path.steps.dropFirst(2).first, let template = keys.first?.value,
      let size = field.new?.text
    else { return [] }
    let patch = "{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"\(size)\"}}}}"
    return before.ordinals.filter(after.ordinals.contains).map { ordinal in
      let claim = "\(template)-\(before.pod(ordinal))"
      return .kubectl(
        "patch", "pvc", [claim], namespace: after.resource.namespace, ["--patch=\(quoted: patch)"])
    }
  }
}

extension FieldChange {
  fileprivate var grows: Bool {
    guard path.text.hasSuffix("/spec/resources/requests/storage"), let old = old?.text.flatMap(Quantity.init),
      let new = new?.text.flatMap(Quantity.init)
    else { return false }
    return old < new
  }
}
