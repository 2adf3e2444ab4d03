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
  private var index: [String: [Int]] = [:]
  private var originalNamespaces: Set<String> = []
  private var trees: [GroupVersionKind: FieldTree] = [:]

  /// Rewrites the references of the whole set. Ambiguous ones are reported and left as they are.
  package static func update(_ set: inout ResourceSet, _ fields: FieldConfiguration, _ report: Report) {
    let references = NameReferences(fields.nameReferences, set)
    set.changeEach(report) { resource, report in references.update(&resource, report) }
  }

  private init(_ references: [NameReference], _ set: ResourceSet) {
    self.references = references
    for resource in set.resources {
      if trees[resource.originalKind] == nil {
        trees[resource.originalKind] = FieldTree(references, of: resource.originalKind)
      }
      originalNamespaces.insert(resource.originalID.effectiveNamespace)
      guard !resource.earlier.isEmpty else { continue }
      for id in resource.earlier where index[id.name]?.last != renamed.count {
        index[id.name, default: []].append(renamed.count)
      }
      renamed.append(Renamed(resource))
    }
  }

  private func update(_ resource: inout Resource, _ report: Report) {
    guard let tree = trees[resource.originalKind], !tree.isEmpty else { return }
    let search = ReferenceSearch(of: Referrer(resource), report)
    search.checkSubjects(of: resource)
    guard !renamed.isEmpty else { return }
    tree.visit(&resource.object) { node, ends in
      for end in ends { update(&node, end, search) }
    }
  }

  // MARK: One field

  private func update(_ node: inout Node, _ end: FieldTree.End, _ search: ReferenceSearch) {
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
    _ node: inout Node, _ scalar: Scalar, _ end: FieldTree.End, _ search: ReferenceSearch
  ) {
    guard scalar.kind != .null, let places = index[scalar.text] else { return }
    let target = search.target(
      among: places.map { renamed[$0] }, of: references[end.target].target, end, scalar
    ) { $0.id.name == $1.id.name }
    guard let target, target.id.name != scalar.text else { return }
    node = .string(target.id.name, at: scalar.position)
  }

  /// A field that holds `{name, namespace}`, such as a role binding's subject.
  private func updateNameAndNamespace(
    _ node: inout Node, _ end: FieldTree.End, _ search: ReferenceSearch
  ) {
    guard let name = node["name"]?.scalar, name.kind != .null, let places = index[name.text] else { return }
    var candidates = places.map { renamed[$0] }
    if let namespace = node["namespace"]?.text {
      let wanted = namespace.isEmpty ? ResourceID.defaultNamespace : namespace
      let knowsOriginal = originalNamespaces.contains(wanted)
      candidates = candidates.filter { (knowsOriginal ? $0.originalNamespace : $0.namespace) == wanted }
    }
    let target = search.target(among: candidates, of: references[end.target].target, end, name) {
      $0.id.name == $1.id.name && $0.id.namespace == $1.id.namespace
    }
    guard let id = target?.id, id.name != name.text || !id.namespace.isEmpty else { return }
    _ = node.changeMapping { mapping in
      mapping["name"] = .string(id.name, at: name.position)
      if !id.namespace.isEmpty { mapping["namespace"] = .string(id.namespace, at: name.position) }
    }
  }
}

extension Resource {
  /// The kind it was loaded as, by which the fields that hold references are found.
  fileprivate var originalKind: GroupVersionKind { earlier.first?.gvk ?? gvk }
}
