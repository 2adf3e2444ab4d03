package import Diagnostics
package import Resources
internal import YAML

/// Makes references follow the objects they name through every rename.
///
/// A reference is a field of ``FieldConfiguration/nameReferences``; which object it means is decided as kustomize
/// (v5 `nameref.Filter`) does: by a name the object had, its kind, the namespace, and the prefixes and suffixes that
/// it shares with who refers to it. Objects are found by name through an index, so that the work grows with the
/// number of references and not with its square.
package struct NameReferences: Sendable {
  private let references: [NameReference]
  /// What can be referred to by a name it no longer has.
  private var renamed: [Renamed] = []
  private var index: [KeyBytes: [Int]] = [:]
  /// Objects that kept a name which others had once.
  private var unchanged: [KeyBytes: [Unchanged]] = [:]
  private var originalNamespaces: Set<KeyBytes> = []
  private var trees: [GroupVersionKind: ReferenceTree] = [:]
  private let isCompatible: Bool

  /// Rewrites the references of the whole set. Ambiguous ones are reported and left as they are.
  ///
  /// - Parameter isCompatible: whether an object that kept its name loses its references to one that was renamed,
  ///   as in kustomize (its issue #4444: a suffix on one of two copies of a base reaches the other's `serviceName`),
  ///   and whether a reference that tells the kind takes an object of another.
  package static func update(
    _ set: inout ResourceSet, _ fields: FieldConfiguration, isCompatible: Bool = false, _ report: Report
  ) {
    var references = NameReferences(fields.nameReferences, set, isCompatible)
    if !isCompatible { references.noteUnchanged(set) }
    set.changeEach(report) { [references] resource, report in references.update(&resource, report) }
  }

  private init(_ references: [NameReference], _ set: ResourceSet, _ isCompatible: Bool) {
    self.references = references
    self.isCompatible = isCompatible
    var before: (kind: GroupVersionKind, namespace: String)?
    for place in set.resources.indices {
      let (kind, namespace) = set.resources[place].originalKindAndNamespace
      // Most objects stand beside their like.
      if before.map({ $0.kind == kind && sameBytes($0.namespace, namespace) }) != true {
        if trees[kind] == nil { trees[kind] = ReferenceTree(references, of: kind) }
        originalNamespaces.insert(namespace)
        before = (kind, namespace)
      }
      if !set.resources[place].earlier.isEmpty { note(set.resources[place]) }
    }
  }

  private mutating func note(_ resource: Resource) {
    for id in resource.earlier where index[id.name]?.last != renamed.count {
      index[id.name, default: []].append(renamed.count)
    }
    renamed.append(Renamed(resource))
  }

  private mutating func noteUnchanged(_ set: ResourceSet) {
    guard !renamed.isEmpty else { return }
    for resource in set.resources where resource.earlier.isEmpty && index[resource.name] != nil {
      unchanged[resource.name, default: []].append(Unchanged(resource))
    }
  }

  private func update(_ resource: inout Resource, _ report: Report) {
    guard let tree = trees[resource.originalKind], !tree.isEmpty else { return }
    let search = ReferenceSearch(of: Referrer(resource), report)
    search.checkSubjects(of: resource)
    guard !renamed.isEmpty else { return }
    tree.visit(&resource.object) { node, ends, kind in
      let told = kind.map { kind in ends.filter { sameBytes(references[$0.target].target.kind, kind) } } ?? []
      // kustomize asks for every kind that could stand there, and the first that has the name counts.
      for end in told.isEmpty || isCompatible ? ends : told { update(&node, end, search) }
    }
  }

  // MARK: One field

  private func update(_ node: inout Node, _ end: ReferenceTree.End, _ search: ReferenceSearch) {
    switch node {
    case .scalar(let scalar): updateName(&node, scalar, end, search)
    case .mapping: updateNameAndNamespace(&node, end, search)
    case .sequence:
      _ = node.changeSequence { sequence in
        for item in sequence.items.indices { update(&sequence.items[item], end, search) }
      }
    }
  }

  private func updateName(
    _ node: inout Node, _ scalar: Scalar, _ end: ReferenceTree.End, _ search: ReferenceSearch
  ) {
    guard scalar.kind != .null, let places = index[scalar.text] else { return }
    let target = references[end.target].target
    if search.finds(among: unchanged[scalar.text] ?? [], of: target) { return }
    let meant = search.target(
      among: places, in: renamed, of: target, end, scalar
    ) { sameBytes($0.id.name, $1.id.name) }
    guard let meant, !sameBytes(meant.id.name, scalar.text) else { return }
    node = .string(meant.id.name, at: scalar.position)
  }

  /// A field that holds `{name, namespace}`, such as a role binding's subject.
  private func updateNameAndNamespace(
    _ node: inout Node, _ end: ReferenceTree.End, _ search: ReferenceSearch
  ) {
    guard let name = node["name"]?.scalar, name.kind != .null, let places = index[name.text] else { return }
    var candidates = places
    var unchanged = unchanged[name.text] ?? []
    if let namespace = node["namespace"]?.text {
      let wanted = namespace.isEmpty ? ResourceID.defaultNamespace : namespace
      unchanged.removeAll { !sameBytes($0.namespace, wanted) }
      let knowsOriginal = originalNamespaces.contains(wanted)
      candidates = candidates.filter {
        sameBytes(knowsOriginal ? renamed[$0].originalNamespace : renamed[$0].namespace, wanted)
      }
    }
    if search.finds(among: unchanged, of: references[end.target].target) { return }
    let target = search.target(
      among: candidates, in: renamed, of: references[end.target].target, end, name, takesNamespace: true
    ) {
      sameBytes($0.id.name, $1.id.name) && sameBytes($0.id.namespace, $1.id.namespace)
    }
    guard let id = target?.id, !sameBytes(id.name, name.text) || !id.namespace.isEmpty else { return }
    _ = node.changeMapping { mapping in
      mapping["name"] = .string(id.name, at: name.position)
      if !id.namespace.isEmpty { mapping["namespace"] = .string(id.namespace, at: name.position) }
    }
  }
}

extension Resource {
  /// The kind it was loaded as, by which the fields that hold references are found.
  fileprivate var originalKind: GroupVersionKind { earlier.first?.gvk ?? gvk }

  fileprivate var originalKindAndNamespace: (GroupVersionKind, namespace: String) {
    guard let id = earlier.first else { return (gvk, effectiveNamespace) }
    return (id.gvk, id.effectiveNamespace)
  }
}
