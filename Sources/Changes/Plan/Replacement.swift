internal import Resources
internal import YAML

/// Objects that can't become what they are to be for one reason, and must be deleted and created again.
struct Replacement: PlanFinding {
  /// At least one.
  private(set) var objects: [Resource] = []
  /// What deletes each, and what else is to be done for it.
  private(set) var commands: [[ShellCommand]] = []
  let fields: [FieldChange]
  let effects: [Effect]
  /// What would allow it; `nil` where no data goes with them.
  let permission: LossPermission?
  /// The command that applies the new side.
  let applying: ShellCommand

  /// What the replacement of an object means for what runs.
  enum Effect: Equatable {
    case podsAreReplaced, jobStartsAnew, podStops
    /// - Parameter losesClaims: whether the claims go with the StatefulSet.
    case podsStop(losesClaims: Bool)
    case podsRunOn
    case subdomainEnds(was: String, now: String)
    /// Pods that run take no new claims.
    case claimsAwaitPods([String])
    case claimsStay, claimsGrow
    case addressEnds, addressIsMissing
    case claimIsFixed, claimHasDefaultClass
    case immutableContentStays, contentStays
    case objectsOfKindGo, volumeGoes
    case isFixed
    case orderCounts
  }

  static func all(in input: PlanInput) -> [Replacement] {
    var found: [Replacement] = []
    var places: [KeyBytes: Int] = [:]
    for (old, new) in input.changed {
      let fields = FixedFields.changes(from: old, to: new)
      guard !fields.isEmpty else { continue }
      let recipe = ReplacementRecipe(old, new, fields)
      // The same in several zones is one.
      let own = recipe.losesData ? new.name : ""
      let signature =
        "\(new.gvk.kind) \(new.namespace) \(own) \(recipe.effects) \(fields.map(\.signature))"
      let place = places[signature] ?? found.count
      if place == found.count {
        places[signature] = place
        found.append(
          Replacement(
            fields: fields, effects: recipe.effects,
            permission: recipe.losesData ? LossPermission(new.name, in: new.namespace, input) : nil,
            applying: input.applyCommand))
      }
      found[place].objects.append(new)
      found[place].commands.append(recipe.commands)
    }
    return found
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

extension FieldChange {
  /// Tells it from other changes.
  var signature: [String] { [path.text, old?.oneLine ?? "", new?.oneLine ?? ""] }
}

/// What the replacement of an object does to what runs, and how it is done.
private struct ReplacementRecipe {
  private(set) var effects: [Replacement.Effect] = []
  private(set) var commands: [ShellCommand] = []
  /// Whether data goes with the object that is deleted.
  private(set) var losesData = false

  init(_ old: Resource, _ new: Resource, _ fields: [FieldChange]) {
    commands = [new.command("delete")]
    switch new.gvk.kind {
    case "StatefulSet": replaceStatefulSet(old, new, fields)
    case "Deployment", "DaemonSet", "ReplicaSet": effects = [.podsAreReplaced]
    case "Job": effects = [.jobStartsAnew]
    case "Pod": effects = [.podStops]
    case "Service":
      let staysHeadless = fields.contains { $0.path.isCovered(by: "/spec/clusterIP") && $0.new == nil }
      effects = [staysHeadless ? .addressIsMissing : .addressEnds]
    case "PersistentVolumeClaim":
      commands = []
      effects = [.claimIsFixed]
      if fields.contains(where: { $0.path.isCovered(by: "/spec/storageClassName") && $0.old == nil }) {
        effects.append(.claimHasDefaultClass)
      }
    case "ConfigMap", "Secret":
      effects = [old.object["immutable"]?.text == "true" ? .immutableContentStays : .contentStays]
    case "CustomResourceDefinition":
      effects = [.objectsOfKindGo]
      losesData = true
    case "PersistentVolume": effects = [.volumeGoes]
    default: effects = [.isFixed]
    }
    if fields.contains(where: \.isOrder) { effects.append(.orderCounts) }
  }

  private mutating func replaceStatefulSet(_ old: Resource, _ new: Resource, _ fields: [FieldChange]) {
    guard let before = RunningSet(old), let after = RunningSet(new) else {
      commands = []
      return
    }
    let stopsPods = Replacement.stopsPods(before, after)
    if stopsPods {
      losesData = before.retention("whenDeleted") == "Delete" && !before.claimTemplates.isEmpty
      effects = [.podsStop(losesClaims: losesData)]
    } else {
      effects = [.podsRunOn]
      commands = [new.command("delete", "--cascade=orphan")]
    }
    if let field = fields.first(where: { $0.path.isCovered(by: "/spec/serviceName") }) {
      effects.append(.subdomainEnds(was: field.old?.text ?? "", now: field.new?.text ?? ""))
    }
    guard fields.contains(where: { $0.path.isCovered(by: "/spec/volumeClaimTemplates") }) else { return }
    let added = after.claimTemplates.filter { !before.claimTemplates.containsBytes(of: $0) }
    if !added.isEmpty, !stopsPods { effects.append(.claimsAwaitPods(added)) }
    let patches = fields.filter(\.grows).flatMap { growth($0, of: before, and: after) }
    effects.append(patches.isEmpty ? .claimsStay : .claimsGrow)
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

// MARK: - In words

extension Replacement {
  var entry: PlanEntry {
    var entry = PlanEntry(
      kind: .replacement, level: .disruptive, objects: objects,
      summary: "\(ChangeText.objects(objects)) can't be updated in place", fields: fields,
      notes: effects.map(\.text))
    if let permission { entry.asks(for: permission) }
    for (object, commands) in zip(objects, commands) {
      entry.commands += commands
      if let set = RunningSet(object) { entry.replacing[set.key] = commands }
    }
    if objects[0].gvk.kind != "PersistentVolumeClaim" { entry.commands.append(applying) }
    return entry
  }
}

extension Replacement.Effect {
  fileprivate var text: String {
    switch self {
    case .podsAreReplaced: "its selector is fixed; its pods stop with it, and others start after the apply"
    case .jobStartsAnew: "what a Job runs is fixed; its pods go with it, and the new one runs from the start"
    case .podStops: "of a Pod only the images can change; nothing runs from its deletion to the apply"
    case .podsStop(losesClaims: false):
      "the new selector does not match the labels of its pods: they stop with it; claims stay"
    case .podsStop(losesClaims: true):
      "the new selector does not match the labels of its pods: they stop with it, and whenDeleted: Delete takes the claims"
    case .podsRunOn: "its pods keep running without it, and the new one takes them over"
    case .subdomainEnds(let was, let now):
      "pods that stay have the subdomain \(was) and no names under \(now) until they restart"
    case .claimsAwaitPods(let names):
      "a pod takes no new claim (\(names.joined(separator: ", "))) while it runs, and nothing else is rolled out until it does: after the apply, delete the pods one by one"
    case .claimsStay: "claims that are there stay as they are"
    case .claimsGrow:
      "claims that are there grow by the patches, where their storage class has allowVolumeExpansion"
    case .addressEnds: "its address is fixed; until it is there again nothing reaches its pods by it"
    case .addressIsMissing:
      "what is left out stays: it would keep clusterIP None, and has no address until it is made anew"
    case .claimIsFixed: "a claim only grows; for anything else make another claim and copy the data"
    case .claimHasDefaultClass: "it has had the default class since it was made: only that one is taken"
    case .immutableContentStays: "it is immutable; pods that run keep the old content until they restart"
    case .contentStays: "its type is fixed; pods that run keep the old content until they restart"
    case .objectsOfKindGo: "these fields are fixed; every object of its kind goes with it"
    case .volumeGoes:
      "its source is fixed; it goes when its claim has gone, and with reclaim policy Delete the disk goes with it"
    case .isFixed: "these fields are fixed once it is there"
    case .orderCounts: ChangeText.orderChanges
    }
  }
}
