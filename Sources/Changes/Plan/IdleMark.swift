internal import Resources
internal import YAML

/// Marks that accept nothing, and would accept the next move unseen.
struct IdleMark: PlanFinding {
  /// The StatefulSets that carry them.
  let sets: [RunningSet]

  static func all(in input: PlanInput) -> [IdleMark] {
    let marked = input.groups.flatMap(\.sets).compactMap(\.new).filter(\.isMoved)
    guard !marked.isEmpty else { return [] }
    let used = Set(
      input.groups.flatMap { DataMove.all(in: $0).flatMap(\.to).map(\.key) }
        + input.relocations.flatMap { $0.takers.map(\.key) })
    let usedZones = Set(texts: marked.filter { used.contains($0.key) }.compactMap(\.zone))
    let idle = marked.filter { !used.contains($0.key) && !usedZones.contains($0.zone ?? "") }
    return idle.isEmpty ? [] : [IdleMark(sets: idle)]
  }
}

// MARK: - In words

extension IdleMark {
  var entry: PlanEntry {
    PlanEntry(
      kind: .move, objects: sets.map(\.resource),
      summary: "\(Self.names(sets)): pods may leave their data behind, and none do",
      notes: ["take the word out again (moved:), so that the next move is not taken for meant"])
  }

  private static func names(_ sets: [RunningSet]) -> String {
    var zones: [String] = []
    for set in sets {
      guard let zone = set.zone else { return ChangeText.objects(sets.map(\.resource)) }
      if !zones.contains(where: { sameBytes($0, zone) }) { zones.append(zone) }
    }
    return
      "\(zones.count == 1 ? "zone" : "zones") \(zones.sorted(by: precedesBytewise).joined(separator: ", "))"
  }
}
