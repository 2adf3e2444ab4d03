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
}
