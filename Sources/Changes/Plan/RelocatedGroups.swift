internal import Resources
internal import YAML

/// Groups that go and come again under another name or in another namespace, and leave their data behind.
enum RelocatedGroups {
  static func entries(_ input: PlanInput) -> [PlanEntry] { pairs(input).compactMap(entry) }

  /// Groups that went with those that came in their place, where there is no choice.
  static func pairs(_ input: PlanInput) -> [(old: GroupChange, new: GroupChange)] {
    let gone = input.groups.filter { group in group.sets.allSatisfy { $0.new == nil } }
    let come = input.groups.filter { group in group.sets.allSatisfy { $0.old == nil } }
    guard !gone.isEmpty, !come.isEmpty else { return [] }
    let (before, after) = (Relatives(gone), Relatives(come))
    return gone.compactMap { old in
      guard let place = after.only(like: old), before.only(like: come[place]) != nil else { return nil }
      return (old, come[place])
    }
  }

  private static func entry(_ old: GroupChange, _ new: GroupChange) -> PlanEntry? {
    let namespaces = [old.sets.first?.old, new.sets.first?.new].compactMap { $0?.resource.effectiveNamespace }
    guard namespaces.count == 2 else { return nil }
    let place = namespaces[0] == namespaces[1] ? "" : " in namespace \(namespaces[1])"
    let takers = new.sets.compactMap(\.new)
    let isMeant = takers.allSatisfy(\.isMoved)
    return PlanEntry(
      kind: .move, level: isMeant ? .disruptive : .error,
      objects: (old.sets + new.sets).compactMap(\.resource),
      summary: "data of \(old.name) \(isMeant ? "stays behind, as meant" : "would stay behind")",
      notes: ["\(old.name) goes and \(new.name) comes\(place): its pods get empty claims"]
        + (isMeant
          ? [] : ["keep its name and namespace, or copy the data first", MovedMark.hint(for: takers)]))
  }
}

/// Groups by their names, for those that could be one with another group: the names are the same, or one is the other's
/// with something put before or behind it, and both keep the same data.
private struct Relatives {
  private var named: [[String]: [Int]] = [:]
  private var extending: [[String]: [Int]] = [:]

  init(_ groups: [GroupChange]) {
    for (index, group) in groups.enumerated() {
      guard let claims = Self.claims(of: group) else { continue }
      named[[group.name] + claims, default: []].append(index)
      for part in Self.parts(of: group.name) { extending[[part] + claims, default: []].append(index) }
    }
  }

  /// `nil` also where more than one would do: that would be a guess.
  func only(like group: GroupChange) -> Int? {
    guard let claims = Self.claims(of: group) else { return nil }
    let candidates =
      [named[[group.name] + claims], extending[[group.name] + claims]]
      + Self.parts(of: group.name).map { named[[$0] + claims] }
    var only: Int?
    for places in candidates.compactMap(\.self) {
      guard only == nil, places.count == 1 else { return nil }
      only = places[0]
    }
    return only
  }

  /// The names of its claim templates; `nil` for a group without data.
  private static func claims(of group: GroupChange) -> [String]? {
    let templates = group.sets.first.flatMap { $0.new ?? $0.old }?.claimTemplates ?? []
    return templates.isEmpty ? nil : templates
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
