internal import Diagnostics
internal import Resources
internal import YAML

/// What decides whether a renamed object is meant by a reference.
///
/// It holds no object: one that is shared would be copied when its own references are rewritten.
struct Renamed: Sendable {
  let id: ResourceID
  let earlier: [ResourceID]
  let isClusterScoped: Bool
  /// The namespaces that count, now and when it was loaded.
  let namespace: String
  let originalNamespace: String
  let affixes: Affixes
  let position: Position

  init(_ resource: Resource) {
    id = resource.id
    earlier = resource.earlier
    isClusterScoped = resource.isClusterScoped
    namespace = resource.effectiveNamespace
    originalNamespace = resource.originalID.effectiveNamespace
    affixes = Affixes(resource)
    position = resource.namePosition
  }

  func wasEver(_ filter: KindFilter) -> Bool { earlier.contains { filter.matches($0.gvk) } }
}

/// An object that has the name it was loaded with.
struct Unchanged: Sendable {
  let gvk: GroupVersionKind
  let isClusterScoped: Bool
  let namespace: String
  let affixes: Affixes

  init(_ resource: Resource) {
    gvk = resource.gvk
    isClusterScoped = resource.isClusterScoped
    namespace = resource.effectiveNamespace
    affixes = Affixes(resource)
  }
}

/// The prefixes and suffixes that layers put on a name, which tell the layers it went through.
struct Affixes: Sendable, Equatable {
  private let prefixes: [String]
  private let suffixes: [String]

  init(_ resource: Resource) {
    prefixes = resource.prefixes
    suffixes = resource.suffixes
  }

  static func == (a: Affixes, b: Affixes) -> Bool {
    a.prefixes.elementsEqual(b.prefixes, by: sameBytes) && a.suffixes.elementsEqual(b.suffixes, by: sameBytes)
  }

  /// Whether both went through the same last layers; with `emptyMatches`, something without any goes with everything.
  func agree(with other: Affixes, emptyMatches: Bool) -> Bool {
    func agree(_ a: [String], _ b: [String]) -> Bool {
      if a.isEmpty || b.isEmpty { return emptyMatches || a.isEmpty && b.isEmpty }
      return zip(a.reversed(), b.reversed()).allSatisfy(sameBytes)
    }
    return agree(prefixes, other.prefixes) && agree(suffixes, other.suffixes)
  }
}

/// Who refers to others, and what it can reach: objects of its namespace, and those that have none.
struct Referrer: Sendable {
  let id: ResourceID
  let affixes: Affixes
  private let isClusterScoped: Bool
  private let namespace: String
  /// A role binding reaches the service accounts that its subjects name, wherever they are.
  private let subjectNamespaces: [String]
  /// A role binding says itself what kind of role it means.
  let role: KindFilter?

  init(_ resource: Resource) {
    id = resource.id
    affixes = Affixes(resource)
    isClusterScoped = resource.isClusterScoped
    namespace = resource.effectiveNamespace
    subjectNamespaces =
      resource.gvk.kind == "RoleBinding"
      ? (resource.object["subjects"]?.items ?? []).compactMap { subject in
        subject["kind"]?.text == "ServiceAccount" ? subject["namespace"]?.text : nil
      } : []
    let reference = resource.object["roleRef"]
    if let group = reference?["apiGroup"]?.text, let kind = reference?["kind"]?.text {
      role = KindFilter(group: group, kind: kind)
    } else {
      role = nil
    }
  }

  func reaches(_ candidate: Unchanged) -> Bool {
    isClusterScoped || candidate.isClusterScoped || sameBytes(candidate.namespace, namespace)
  }

  func reaches(_ candidate: Renamed) -> Bool {
    if isClusterScoped || candidate.isClusterScoped { return true }
    if sameBytes(candidate.namespace, namespace) { return true }
    return candidate.id.gvk.kind == "ServiceAccount"
      && subjectNamespaces.containsBytes(of: candidate.id.namespace)
  }
}

/// Finds what the references of one object mean.
struct ReferenceSearch {
  private let referrer: Referrer
  private let report: Report

  init(of referrer: Referrer, _ report: Report) {
    self.referrer = referrer
    self.report = report
  }

  /// - Parameter same: whether it makes no difference which of two is meant.
  /// - Returns: the object that is meant; `nil` when there is none, or, after a report, when it could be several.
  func target(
    among places: [Int], in renamed: [Renamed], of filter: KindFilter, _ end: ReferenceTree.End,
    _ name: Scalar,
    takesNamespace: Bool = false, same: (Renamed, Renamed) -> Bool
  ) -> Renamed? {
    let role = end.isRoleReference ? referrer.role : nil
    // Thousands of objects may have one name: those that are not meant are not copied.
    let meant = places.filter { place in
      renamed[place].wasEver(filter) && (role.map { renamed[place].wasEver($0) } ?? true)
        && referrer.reaches(renamed[place])
    }
    var candidates = meant.map { renamed[$0] }
    if candidates.count <= 1 { return candidates.first }
    candidates = candidates.filter { $0.affixes.agree(with: referrer.affixes, emptyMatches: true) }
    if candidates.count > 1 {
      let exact = candidates.filter { $0.affixes.agree(with: referrer.affixes, emptyMatches: false) }
      guard !exact.isEmpty else { return leave(name, candidates) }
      candidates = exact
      // Where kustomize gives up: what went through the very same layers is nearer than what shares the last ones.
      let nearest = candidates.filter { $0.affixes == referrer.affixes }
      if nearest.count == 1 { candidates = nearest }
    }
    guard let first = candidates.first else { return nil }
    if candidates.allSatisfy({ same($0, first) }) { return first }
    report.error(
      "ambiguous-reference", "\"\(name.text)\" in \(referrer.id) could mean \(candidates.count) objects",
      at: name.position, notes: candidates.map { .init("\($0.id)", at: $0.position) },
      hint: takesNamespace
        ? "write the namespace of the one that is meant beside the name: namespace: \(first.namespace)"
        : "give them different names, or put each with what refers to it into a layer of its own")
    return nil
  }

  /// As in kustomize, a name stays as it is that several objects had, none of which went through the layers of who
  /// refers to it.
  private func leave(_ name: Scalar, _ candidates: [Renamed]) -> Renamed? {
    report.warning(
      "unclear-reference",
      "\"\(name.text)\" in \(referrer.id) stays: \(candidates.count) objects had that name, and none has it now",
      at: name.position, notes: candidates.prefix(5).map { .init("\($0.id)", at: $0.position) },
      hint: "write the name that one of them has by now, such as \"\(candidates[0].id.name)\"")
    return nil
  }

  /// Whether a reference means an object that kept its name, because both went through the same layers.
  func finds(among named: [Unchanged], of filter: KindFilter) -> Bool {
    named.contains { candidate in
      filter.matches(candidate.gvk) && referrer.reaches(candidate)
        && candidate.affixes.agree(with: referrer.affixes, emptyMatches: false)
    }
  }

  /// A subject that names its namespace by nothing names none that could be meant (kustomize v5 refuses it, too).
  func checkSubjects(of resource: Resource) {
    guard resource.gvk.kind == "RoleBinding" else { return }
    for subject in resource.object["subjects"]?.items ?? [] where subject["kind"]?.text == "ServiceAccount" {
      guard let namespace = subject["namespace"], namespace.string == nil else { continue }
      report.error(
        "blank-namespace", "a subject of \(referrer.id) has a namespace that is no name",
        at: namespace.position, hint: "write the namespace of the ServiceAccount, or remove the field")
    }
  }
}
