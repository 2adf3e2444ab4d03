internal import Resources
internal import YAML

/// A group that goes and comes again under another name or in another namespace, and leaves its data behind.
struct RelocatedGroup: PlanFinding {
  let old: GroupChange
  let new: GroupChange
  /// What they have in common that makes them one.
  let likeness: Likeness

  /// The closest first.
  enum Likeness: CaseIterable {
    /// One is called as the other, or so with something put before or behind it.
    case name
    case containersPortsAndSelector
    case containersAndPorts
    case containers
    case selector
  }

  static func all(in input: PlanInput) -> [RelocatedGroup] { input.relocations }

  /// By their names first, then by what they are.
  static func pairs(_ groups: [GroupChange]) -> [RelocatedGroup] {
    var gone = groups.filter { $0.hasClaims && $0.sets.allSatisfy { $0.new == nil } }
    var come = groups.filter { $0.hasClaims && $0.sets.allSatisfy { $0.old == nil } }
    guard !gone.isEmpty, !come.isEmpty else { return [] }
    let (before, after) = (RelatedNames(gone), RelatedNames(come))
    var pairs = gone.compactMap { old -> RelocatedGroup? in
      guard let place = after.only(like: old), before.only(like: come[place]) != nil else { return nil }
      return RelocatedGroup(old: old, new: come[place], likeness: .name)
    }
    for likeness in Likeness.allCases.dropFirst() where !gone.isEmpty && !come.isEmpty {
      let paired = Set(pairs.flatMap { [$0.old.key, $0.new.key] })
      gone.removeAll { paired.contains($0.key) }
      come.removeAll { paired.contains($0.key) }
      pairs += likeness.pairs(gone, come)
    }
    return pairs.sorted { $0.old.key.precedes($1.old.key) }
  }

  /// The StatefulSets that come.
  var takers: [RunningSet] { new.sets.compactMap(\.new) }
  var isMeant: Bool { takers.allSatisfy(\.isMoved) }
}

extension RelocatedGroup.Likeness {
  /// What must be the same; of names something else is asked.
  private var features: [@Sendable (RunningSet) -> [String]] {
    switch self {
    case .name: []
    case .containersPortsAndSelector:
      [{ $0.containerImages }, { $0.containerPorts }, { $0.claimSizes }, { $0.selectorTexts }]
    case .containersAndPorts: [{ $0.containerImages }, { $0.containerPorts }, { $0.claimSizes }]
    case .containers: [{ $0.containerImages }, { $0.claimTemplates }]
    case .selector: [{ $0.selectorTexts }, { $0.claimTemplates }]
    }
  }

  /// As many that went as came are paired in the order of their names; else it would be a guess.
  fileprivate func pairs(_ gone: [GroupChange], _ come: [GroupChange]) -> [RelocatedGroup] {
    let candidates = keyed(come)
    return keyed(gone).flatMap { key, olds -> [RelocatedGroup] in
      // What has nothing has nothing in common.
      guard !key.isEmpty, let news = candidates[key], news.count == olds.count else { return [] }
      return zip(olds, news).map { RelocatedGroup(old: $0, new: $1, likeness: self) }
    }
  }

  private func keyed(_ groups: [GroupChange]) -> [[KeyBytes]: [GroupChange]] {
    let features = self.features
    return Dictionary(grouping: groups) { group in
      guard let set = group.sets.first.flatMap({ $0.new ?? $0.old }) else { return [] }
      let values = features.map { $0(set) }
      guard !values[0].allSatisfy(\.isEmpty) else { return [] }
      return values.flatMap { [""] + $0 }.map(KeyBytes.init)
    }
  }
}

/// Groups by their names, for those that could be one with another group: the names are the same, or one is the other's
/// with something put before or behind it, and both keep the same data.
private struct RelatedNames {
  private var named: [[KeyBytes]: [Int]] = [:]
  private var extending: [[KeyBytes]: [Int]] = [:]

  init(_ groups: [GroupChange]) {
    for (index, group) in groups.enumerated() {
      let claims = Self.claims(of: group)
      named[Self.key(group.name, claims), default: []].append(index)
      for part in Self.parts(of: group.name) { extending[Self.key(part, claims), default: []].append(index) }
    }
  }

  /// `nil` also where more than one would do: that would be a guess.
  func only(like group: GroupChange) -> Int? {
    let claims = Self.claims(of: group)
    let candidates =
      [named[Self.key(group.name, claims)], extending[Self.key(group.name, claims)]]
      + Self.parts(of: group.name).map { named[Self.key($0, claims)] }
    var only: Int?
    for places in candidates.compactMap(\.self) {
      guard only == nil, places.count == 1 else { return nil }
      only = places[0]
    }
    return only
  }

  private static func key(_ name: String, _ claims: [String]) -> [KeyBytes] {
    ([name] + claims).map(KeyBytes.init)
  }

  private static func claims(of group: GroupChange) -> [String] {
    group.sets.first.flatMap { $0.new ?? $0.old }?.claimTemplates ?? []
  }

  /// What is left of a name without what stands before or behind one of its hyphens.
  private static func parts(of name: String) -> Set<String> {
    let words = name.split(separator: "-", omittingEmptySubsequences: false)
    var parts: Set<String> = []
    for place in words.indices.dropFirst() {
      parts.insert(words[place...].joined(separator: "-"))
      parts.insert(words[..<place].joined(separator: "-"))
    }
    return parts
  }
}

// MARK: - In words

extension RelocatedGroup {
  var entry: PlanEntry {
    PlanEntry(
      kind: .move, level: isMeant ? .disruptive : .error,
      objects: (old.sets + new.sets).compactMap(\.resource),
      summary: "data of \(old.name) \(isMeant ? "stays behind, as meant" : "would stay behind")",
      notes: [
        "\(old.name) goes and \(new.name) comes\(place): its pods get empty claims",
        "they are taken for one: \(likeness.text)",
      ]
        + (isMeant
          ? [] : ["keep its name and namespace, or copy the data first", MovedMark.hint(for: takers)]))
  }

  private var place: String {
    let namespaces = [old.sets.first?.old, new.sets.first?.new].compactMap { $0?.resource.effectiveNamespace }
    return namespaces.count < 2 || namespaces[0] == namespaces[1] ? "" : " in namespace \(namespaces[1])"
  }
}

extension RelocatedGroup.Likeness {
  fileprivate var text: String {
    switch self {
    case .name: "the same claims, and one name in the other"
    case .containersPortsAndSelector: "the same containers, images, ports, claims and selector"
    case .containersAndPorts: "the same containers, images, ports and claims"
    case .containers: "the same containers, images and claims"
    case .selector: "the same selector and claims"
    }
  }
}
