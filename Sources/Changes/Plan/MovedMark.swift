internal import Resources
internal import YAML

/// How the new side says that pods are meant to leave their data behind.
enum MovedMark {
  /// What to write, for StatefulSets that do not say it.
  static func hint(for sets: [RunningSet]) -> String {
    var seen: Set<[KeyBytes]> = []
    let open = sets.filter { !$0.isMoved && seen.insert($0.key).inserted }
    var zones: [String] = []
    for zone in open.compactMap(\.zone) where !zones.contains(where: { sameBytes($0, zone) }) {
      zones.append(zone)
    }
    guard !zones.isEmpty, open.allSatisfy({ $0.zone != nil }) else {
      let names = open.map(\.name).joined(separator: ", ")
      return "if they may leave it behind, annotate \(names) with \(Resource.movedAnnotation): \"true\""
    }
    return "if they may leave it behind, say so in the Topology: moved: [\(zones.joined(separator: ", "))]"
  }

  /// Marks that accept nothing, and would accept the next move unseen.
  static func idle(_ input: PlanInput) -> [PlanEntry] {
    let marked = input.groups.flatMap(\.sets).compactMap(\.new).filter(\.isMoved)
    guard !marked.isEmpty else { return [] }
    let used = Set(
      input.groups.flatMap { MoveFinding.all(in: $0).flatMap(\.to).map(\.key) }
        + input.relocations.flatMap { $0.new.sets.compactMap { $0.new?.key } })
    let usedZones = Set(texts: marked.filter { used.contains($0.key) }.compactMap(\.zone))
    let idle = marked.filter { !used.contains($0.key) && !usedZones.contains($0.zone ?? "") }
    guard !idle.isEmpty else { return [] }
    return [
      PlanEntry(
        kind: .move, objects: idle.map(\.resource),
        summary: "\(names(idle)): pods may leave their data behind, and none do",
        notes: ["take the word out again (moved:), so that the next move is not taken for meant"])
    ]
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
