internal import Resources
internal import YAML

/// Objects that get another name, mostly because of a hash in it, and who refers to them.
enum RenamedReferences {
  /// To these a new name is a new life: pods and claims are named after them.
  private static let named = [
    "StatefulSet", "Deployment", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod", "PersistentVolumeClaim",
  ]

  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let renames = input.comparison.objects.compactMap { change -> (old: Resource, new: Resource)? in
      guard change.kind == .renamed, let old = change.old, let new = change.new, !named.contains(new.gvk.kind)
      else { return nil }
      return (old, new)
    }
    guard !renames.isEmpty else { return [] }
    let mentions = Mentions(input.new, of: Set(renames.flatMap { [$0.old.name, $0.new.name] }))
    let names = Set(input.new.resources.map { [$0.gvk.kind, $0.effectiveNamespace, $0.name] })
    return renames.map { old, new in
      let referrers = mentions.objects(naming: new.name, like: new)
      var entry = PlanEntry(
        kind: .rename, objects: [new], summary: "\(ChangeText.object(old)) is now \(new.name)")
      entry.notes =
        referrers.isEmpty
        ? ["nothing refers to it"]
        : kinds(referrers).map { "referred to by \(ChangeText.objects($0))" }
      let stale = mentions.objects(naming: old.name, like: old)
      if !stale.isEmpty, !names.contains([old.gvk.kind, old.effectiveNamespace, old.name]) {
        entry.notes += kinds(stale).map {
          "\(ChangeText.objects($0)) still \($0.count == 1 ? "refers" : "refer") to \(old.name)"
        }
      }
      return entry
    }
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

/// Which objects hold one of some names as a value anywhere but in their own metadata.
private struct Mentions {
  private var places: [String: [Int]] = [:]
  private let set: ResourceSet

  init(_ set: ResourceSet, of names: Set<String>) {
    self.set = set
    for (index, resource) in set.resources.enumerated() {
      for pair in resource.object.mapping?.pairs ?? [] where pair.key.text != "metadata" {
        note(pair.value, names, index)
      }
    }
  }

  private mutating func note(_ node: Node, _ names: Set<String>, _ index: Int) {
    switch node {
    case .scalar(let scalar):
      if names.contains(scalar.text), places[scalar.text]?.last != index {
        places[scalar.text, default: []].append(index)
      }
    case .sequence(let sequence): for item in sequence.items { note(item, names, index) }
    case .mapping(let mapping): for pair in mapping.pairs { note(pair.value, names, index) }
    }
  }

  /// Those of the same namespace, or of all when the object lives in none.
  func objects(naming name: String, like object: Resource) -> [Resource] {
    (places[name] ?? []).map { set.resources[$0] }.filter {
      object.isClusterScoped || $0.isClusterScoped || $0.effectiveNamespace == object.effectiveNamespace
    }
  }
}
