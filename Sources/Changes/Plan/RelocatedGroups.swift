internal import Resources
internal import YAML

/// Groups that go and come again under another name or in another namespace, and leave their data behind.
enum RelocatedGroups {
  /// A group that went with the one that came in its place.
  struct Pair {
    let old: GroupChange
    let new: GroupChange
    /// What they have in common that made them one.
    let reason: String
  }

  static func entries(_ input: PlanInput) -> [PlanEntry] { input.relocations.compactMap(entry) }

  /// By their names first, then by what they are.
  static func pairs(_ groups: [GroupChange]) -> [Pair] {
    var gone = groups.filter { $0.hasClaims && $0.sets.allSatisfy { $0.new == nil } }
    var come = groups.filter { $0.hasClaims && $0.sets.allSatisfy { $0.old == nil } }
    guard !gone.isEmpty, !come.isEmpty else { return [] }
    let (before, after) = (RelatedNames(gone), RelatedNames(come))
    var pairs = gone.compactMap { old -> Pair? in
      guard let place = after.only(like: old), before.only(like: come[place]) != nil else { return nil }
      return Pair(old: old, new: come[place], reason: "the same claims, and one name in the other")
    }
    for likeness in Likeness.all where !gone.isEmpty && !come.isEmpty {
      let paired = Set(pairs.flatMap { [$0.old.key, $0.new.key] })
      gone.removeAll { paired.contains($0.key) }
      come.removeAll { paired.contains($0.key) }
      pairs += likeness.pairs(gone, come)
    }
    return pairs.sorted { $0.old.key.precedes($1.old.key) }
  }

  private static func entry(_ pair: Pair) -> PlanEntry? {
    let (old, new) = (pair.old, pair.new)
    let namespaces = [old.sets.first?.old, new.sets.first?.new].compactMap { $0?.resource.effectiveNamespace }
    guard namespaces.count == 2 else { return nil }
    let place = namespaces[0] == namespaces[1] ? "" : " in namespace \(namespaces[1])"
    let takers = new.sets.compactMap(\.new)
    let isMeant = takers.allSatisfy(\.isMoved)
    return PlanEntry(
      kind: .move, level: isMeant ? .disruptive : .error,
      objects: (old.sets + new.sets).compactMap(\.resource),
      summary: "data of \(old.name) \(isMeant ? "stays behind, as meant" : "would stay behind")",
      notes: [
        "\(old.name) goes and \(new.name) comes\(place): its pods get empty claims",
        "they are taken for one: \(pair.reason)",
      ]
        + (isMeant
          ? [] : ["keep its name and namespace, or copy the data first", MovedMark.hint(for: takers)]))
  }
}

/// One way in which two groups are alike.
private struct Likeness {
  let reason: String
  let features: [@Sendable (RunningSet) -> [String]]

  /// The closest first.
  static let all: [Likeness] = [
    .init(
      reason: "the same containers, images, ports, claims and selector",
      features: [{ $0.containerImages }, { $0.containerPorts }, { $0.claimSizes }, { $0.selectorTexts }]),
    .init(
      reason: "the same containers, images, ports and claims",
      features: [{ $0.containerImages }, { $0.containerPorts }, { $0.claimSizes }]),
    .init(
      reason: "the same containers, images and claims",
      features: [{ $0.containerImages }, { $0.claimTemplates }]),
    .init(reason: "the same selector and claims", features: [{ $0.selectorTexts }, { $0.claimTemplates }]),
  ]

  /// As many that went as came are paired in the order of their names; else it would be a guess.
  func pairs(_ gone: [GroupChange], _ come: [GroupChange]) -> [RelocatedGroups.Pair] {
    let candidates = keyed(come)
    return keyed(gone).flatMap { key, olds -> [RelocatedGroups.Pair] in
      // What has nothing has nothing in common.
      guard !key.isEmpty, let news = candidates[key], news.count == olds.count else { return [] }
      return zip(olds, news).map { .init(old: $0, new: $1, reason: reason) }
    }
  }

  private func keyed(_ groups: [GroupChange]) -> [[KeyBytes]: [GroupChange]] {
    Dictionary(grouping: groups) { group in
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
