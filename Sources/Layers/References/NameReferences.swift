package import Diagnostics
package import Resources
internal import YAML

/// Makes references follow the objects they name through every rename.
///
/// A reference is a field of ``FieldConfiguration/nameReferences``; which object it means is decided as kustomize
/// (v5 `nameref.Filter`) does: by a name the object had, its kind, the namespace, and the prefixes and suffixes that
/// it shares with who refers to it. Objects are found by name through an index, so that the work grows with the
/// number of references and not with its square.
package struct NameReferences {
  private let references: [NameReference]
  private let report: Report
  private let set: ResourceSet
  /// Objects by each of their earlier names.
  private let index: [String: [Int]]
  private let originalNamespaces: Set<String>
  private var trees: [GroupVersionKind: FieldTree] = [:]

  private init(_ references: [NameReference], _ set: ResourceSet, _ report: Report) {
    self.references = references
    self.set = set
    self.report = report
    var index: [String: [Int]] = [:]
    for (place, resource) in set.resources.enumerated() {
      for id in resource.earlier where index[id.name]?.last != place {
        index[id.name, default: []].append(place)
      }
    }
    self.index = index
    originalNamespaces = Set(set.resources.map(\.originalID.effectiveNamespace))
  }

  /// Rewrites the references of the whole set. Ambiguous ones are reported and left as they are.
  package static func update(_ set: inout ResourceSet, _ fields: FieldConfiguration, _ report: Report) {
    var references = NameReferences(fields.nameReferences, set, report)
    for place in set.resources.indices {
      let tree = references.tree(for: set.resources[place].originalID.gvk)
      if tree.isEmpty { continue }
      let referrer = references.set.resources[place]
      references.checkSubjects(of: referrer)
      tree.visit(&set.resources[place].object) { node, ends in
        for end in ends { references.update(&node, end, of: referrer) }
      }
    }
  }

  private mutating func tree(for gvk: GroupVersionKind) -> FieldTree {
    if let tree = trees[gvk] { return tree }
    var tree = FieldTree()
    for (target, reference) in references.enumerated() {
      for field in reference.fields where field.filter.matches(gvk) {
        tree.insert(field.path, target: target)
      }
    }
    trees[gvk] = tree
    return tree
  }

  /// A subject that names its namespace by nothing names none that could be meant (kustomize v5 refuses it, too).
  private func checkSubjects(of referrer: Resource) {
    guard referrer.gvk.kind == "RoleBinding" else { return }
    for subject in referrer.object["subjects"]?.items ?? [] where subject["kind"]?.text == "ServiceAccount" {
      guard let namespace = subject["namespace"], namespace.string == nil else { continue }
      report.error(
        "blank-namespace", "a subject of \(referrer.id) has a namespace that is no name",
        at: namespace.position,
        hint: "write the namespace of the ServiceAccount, or remove the field")
    }
  }

  // MARK: One field

  private func update(_ node: inout Node, _ end: FieldTree.End, of referrer: Resource) {
    switch node {
    case .scalar(let scalar): updateName(&node, scalar, end, of: referrer)
    case .mapping: updateNameAndNamespace(&node, end, of: referrer)
    case .sequence:
      _ = node.changeSequence { sequence in
        for item in sequence.items.indices { update(&sequence.items[item], end, of: referrer) }
      }
    }
  }

  private func updateName(
    _ node: inout Node, _ scalar: Scalar, _ end: FieldTree.End, of referrer: Resource
  ) {
    guard scalar.kind != .null, let places = index[scalar.text] else { return }
    guard
      let target = select(places, end, scalar, of: referrer, same: { $0.name == $1.name })
    else { return }
    if target.name != scalar.text { node = .string(target.name, at: scalar.position) }
  }

  /// A field that holds `{name, namespace}`, such as a role binding's subject.
  private func updateNameAndNamespace(_ node: inout Node, _ end: FieldTree.End, of referrer: Resource) {
    guard let name = node["name"]?.scalar, name.kind != .null, var places = index[name.text] else { return }
    if let namespace = node["namespace"]?.text {
      let wanted = namespace.isEmpty ? ResourceID.defaultNamespace : namespace
      let original = places.filter { set.resources[$0].originalID.effectiveNamespace == wanted }
      places =
        originalNamespaces.contains(wanted)
        ? original : places.filter { set.resources[$0].id.effectiveNamespace == wanted }
    }
    let target = select(places, end, name, of: referrer) {
      $0.name == $1.name && $0.namespace == $1.namespace
    }
    guard let target, target.name != name.text || !target.namespace.isEmpty else { return }
    _ = node.changeMapping { mapping in
      mapping["name"] = .string(target.name, at: name.position)
      if !target.namespace.isEmpty { mapping["namespace"] = .string(target.namespace, at: name.position) }
    }
  }

  // MARK: Which object is meant

  private func select(
    _ places: [Int], _ end: FieldTree.End, _ name: Scalar, of referrer: Resource,
    same: (Resource, Resource) -> Bool
  ) -> Resource? {
    let filter = references[end.target].target
    let role = end.isRoleReference ? roleFilter(referrer) : nil
    let reach = Reach(referrer)
    var candidates =
      places.lazy.map { set.resources[$0] }.filter { candidate in
        candidate.earlier.contains { filter.matches($0.gvk) }
          && (role.map { role in candidate.earlier.contains { role.matches($0.gvk) } } ?? true)
          && reach.includes(candidate)
      }.map { $0 } as [Resource]
    if candidates.count <= 1 { return candidates.first }
    candidates = candidates.filter { $0.sharesAffixes(with: referrer, emptyMatches: true) }
    if candidates.count > 1 {
      let exact = candidates.filter { $0.sharesAffixes(with: referrer, emptyMatches: false) }
      if exact.count == 1 { return exact[0] }
      if !exact.isEmpty { candidates = exact }
    }
    guard let first = candidates.first else { return nil }
    if candidates.allSatisfy({ same($0, first) }) { return first }
    report.error(
      "ambiguous-reference", "\"\(name.text)\" in \(referrer.id) could mean \(candidates.count) objects",
      at: name.position, notes: candidates.map { .init("\($0.id)", at: $0.namePosition) },
      hint: "give them different names, or put each with what refers to it into a layer of its own")
    return nil
  }

  /// A role binding says itself what kind of role it means.
  private func roleFilter(_ referrer: Resource) -> KindFilter? {
    guard let role = referrer.object["roleRef"], let group = role["apiGroup"]?.text,
      let kind = role["kind"]?.text
    else { return nil }
    return KindFilter(group: group, kind: kind)
  }
}

/// Which objects something can refer to at all: those of its namespace, and what has none.
private struct Reach {
  private let isClusterScoped: Bool
  private let namespace: String
  private let subjectNamespaces: [String]

  init(_ referrer: Resource) {
    let id = referrer.id
    isClusterScoped = id.isClusterScoped
    namespace = id.effectiveNamespace
    subjectNamespaces =
      referrer.gvk.kind == "RoleBinding"
      ? (referrer.object["subjects"]?.items ?? []).compactMap { subject in
        subject["kind"]?.text == "ServiceAccount" ? subject["namespace"]?.text : nil
      } : []
  }

  func includes(_ candidate: Resource) -> Bool {
    if isClusterScoped { return true }
    let id = candidate.id
    if id.isClusterScoped || id.effectiveNamespace == namespace { return true }
    // A role binding reaches the service accounts that its subjects name, wherever they are.
    return candidate.gvk.kind == "ServiceAccount" && subjectNamespaces.contains(candidate.namespace)
  }
}

extension Resource {
  /// Whether both went through the same last layers; with `emptyMatches`, something without any goes with everything.
  fileprivate func sharesAffixes(with other: Resource, emptyMatches: Bool) -> Bool {
    func shares(_ a: [String], _ b: [String]) -> Bool {
      if a.isEmpty || b.isEmpty { return emptyMatches || a.isEmpty && b.isEmpty }
      return zip(a.reversed(), b.reversed()).allSatisfy(==)
    }
    return shares(prefixes, other.prefixes) && shares(suffixes, other.suffixes)
  }
}
