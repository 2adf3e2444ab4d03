internal import YAML

/// Whether workloads are copies of one another.
enum Likeness {
  /// The lists of a template whose entries copies have in common, by their names.
  private static let lists = [
    ["template", "spec", "containers"], ["template", "spec", "initContainers"], ["volumeClaimTemplates"],
  ]

  /// How many of a hundred values must be the same, or differ in the zone alone.
  private static let least = 60

  static func areAlike(_ members: [Member]) -> Bool {
    guard let first = members.first else { return false }
    let names = first.names(in: lists)
    guard members.dropFirst().allSatisfy({ $0.names(in: lists) == names }) else { return false }
    var merging = Generalisation(members.map { ZoneWords(likely: $0) })
    _ = merging.merged(members.map(\.spec))
    return merging.settled * 100 <= (merging.shared + merging.settled) * (100 - least)
  }
}

extension Member {
  fileprivate func names(in lists: [[String]]) -> [[String]] {
    lists.map { path in
      (spec[path]?.items ?? []).map { ($0["name"] ?? $0[["metadata", "name"]])?.text ?? "" }
    }
  }
}
