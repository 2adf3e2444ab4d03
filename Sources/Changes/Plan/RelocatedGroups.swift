internal import Resources

/// Groups that go and come again under another name or in another namespace, and leave their data behind.
enum RelocatedGroups {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let gone = input.groups.filter { group in group.sets.allSatisfy { $0.new == nil } }
    let come = input.groups.filter { group in group.sets.allSatisfy { $0.old == nil } }
    return gone.compactMap { old in
      let candidates = come.filter { isSame(old, $0) }
      // More than one would be a guess.
      guard candidates.count == 1, gone.count(where: { isSame($0, candidates[0]) }) == 1 else { return nil }
      return entry(old, candidates[0])
    }
  }

  /// Whether they have one name, or one is the other's with something put before or behind it, and keep the same data.
  private static func isSame(_ old: GroupChange, _ new: GroupChange) -> Bool {
    guard let before = old.sets.first?.old, let after = new.sets.first?.new, !before.claimTemplates.isEmpty,
      before.claimTemplates == after.claimTemplates
    else { return false }
    let (short, long) =
      old.name.utf8.count < new.name.utf8.count ? (old.name, new.name) : (new.name, old.name)
    return short == long || long.hasSuffix("-" + short) || long.hasPrefix(short + "-")
  }

  private static func entry(_ old: GroupChange, _ new: GroupChange) -> PlanEntry? {
    let namespaces = [old.sets.first?.old, new.sets.first?.new].compactMap { $0?.resource.effectiveNamespace }
    guard namespaces.count == 2 else { return nil }
    let place = namespaces[0] == namespaces[1] ? "" : " in namespace \(namespaces[1])"
    return PlanEntry(
      kind: .move, level: .error, objects: (old.sets + new.sets).compactMap(\.resource),
      summary: "data of \(old.name) would stay behind",
      notes: [
        "\(old.name) goes and \(new.name) comes\(place): its pods get empty claims",
        "keep its name and namespace, or copy the data first",
      ])
  }
}
