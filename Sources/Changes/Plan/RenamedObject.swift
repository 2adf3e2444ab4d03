internal import Resources
internal import YAML

/// An object that gets another name, mostly because of a hash in it, and who refers to it.
struct RenamedObject: PlanFinding {
  let old: Resource
  let new: Resource
  let referrers: [Resource]
  /// Those that refer to the old name, which nothing has any more.
  let stale: [Resource]

  /// To these a new name is a new life: pods and claims are named after them.
  private static let named = [
    "StatefulSet", "Deployment", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod", "PersistentVolumeClaim",
  ]

  static func all(in input: PlanInput) -> [RenamedObject] {
    let renames = input.comparison.objects.compactMap { change -> (old: Resource, new: Resource)? in
      guard change.kind == .renamed, let old = change.old, let new = change.new, !named.contains(new.gvk.kind)
      else { return nil }
      return (old, new)
    }
    guard !renames.isEmpty else { return [] }
    let mentions = Mentions(input.new, of: renames.flatMap { [$0.old, $0.new] })
    let names = Set(input.new.resources.map(\.versionlessID))
    return renames.map { old, new in
      let isGone = !names.contains(old.versionlessID)
      return RenamedObject(
        old: old, new: new, referrers: mentions.objects(naming: new.name, like: new),
        stale: isGone ? mentions.objects(naming: old.name, like: old) : [])
    }
  }
}

/// Which objects refer to one of some names anywhere but in their own metadata.
private struct Mentions {
  private var places: [KeyBytes: [Int]] = [:]
  private let set: ResourceSet
  private let names: Set<KeyBytes>
  /// Those with a hash at their end: where they stand, nothing else is meant.
  private let generated: Set<KeyBytes>

  init(_ set: ResourceSet, of objects: [Resource]) {
    self.set = set
    names = Set(texts: objects.map(\.name))
    generated = Set(texts: objects.filter { $0.nameWithoutHash != nil }.map(\.name))
    for (index, resource) in set.resources.enumerated() {
      for pair in resource.object.mapping?.pairs ?? [] where pair.key.text != "metadata" {
        note(pair.value, in: pair.key.text, of: "", index)
      }
    }
  }

  /// - Parameters:
  ///   - field: that the node is the value of, or an item of.
  ///   - parent: the field of the mapping around it.
  private mutating func note(_ node: Node, in field: String, of parent: String, _ index: Int) {
    switch node {
    case .scalar(let scalar):
      let name = KeyBytes(text: scalar.text)
      guard names.contains(name), generated.contains(name) || Self.isReference(field, of: parent) else {
        return
      }
      if places[name]?.last != index { places[name, default: []].append(index) }
    case .sequence(let sequence): for item in sequence.items { note(item, in: field, of: parent, index) }
    case .mapping(let mapping):
      for pair in mapping.pairs { note(pair.value, in: pair.key.text, of: field, index) }
    }
  }

  /// As Kubernetes names such fields: `serviceName`, `roleRef.name`, `configMap.name`.
  private static func isReference(_ field: String, of parent: String) -> Bool {
    if field == "name" {
      return parent.hasSuffix("Ref") || parent.hasSuffix("Refs") || referring.contains(parent)
    }
    return field.hasSuffix("Name")
  }

  /// Fields that hold the name of an object in `name`.
  private static let referring: Set<String> = [
    "configMap", "secret", "service", "serviceAccount", "subjects", "imagePullSecrets", "secrets",
    "dataSource",
  ]

  /// Those of the same namespace, or of all when the object lives in none.
  func objects(naming name: String, like object: Resource) -> [Resource] {
    (places[name] ?? []).map { set.resources[$0] }.filter {
      object.isClusterScoped || $0.isClusterScoped
        || sameBytes($0.effectiveNamespace, object.effectiveNamespace)
    }
  }
}

// MARK: - In words

extension RenamedObject {
  var entry: PlanEntry {
    let referring = Self.kinds(referrers).map { "referred to by \(ChangeText.objects($0))" }
    let still = Self.kinds(stale).map {
      "\(ChangeText.objects($0)) still \($0.count == 1 ? "refers" : "refer") to \(old.name)"
    }
    return PlanEntry(
      kind: .rename, objects: [new], summary: "\(ChangeText.object(old)) is now \(new.name)",
      notes: (referring.isEmpty ? ["nothing refers to it"] : referring) + still)
  }

  /// Objects of one kind are named together.
  private static func kinds(_ objects: [Resource]) -> [[Resource]] {
    var groups: [[Resource]] = []
    for object in objects {
      if let place = groups.firstIndex(where: { $0[0].gvk.kind == object.gvk.kind }) {
        groups[place].append(object)
      } else {
        groups.append([object])
      }
    }
    return groups
  }
}
