internal import Diagnostics
internal import YAML

/// Whether workloads are copies of one another.
enum Likeness {
  /// The lists of a template whose entries copies have in common, by their names.
  private static let lists = [
    ["template", "spec", "containers"], ["template", "spec", "initContainers"], ["volumeClaimTemplates"],
  ]

  /// How many of a hundred values must be the same, or differ in the zone alone.
  private static let least = 60

  /// Whether those of each group are copies of one another; many groups, side by side.
  static func areAlike(_ groups: [[Member]]) -> [Bool] {
    Array(inParallel: groups.count) { areAlike(groups[$0]) }
  }

  private static func areAlike(_ members: [Member]) -> Bool {
    guard let first = members.first else { return false }
    let names = first.names(in: lists)
    guard members.dropFirst().allSatisfy({ $0.names(in: lists) == names }) else { return false }
    let words = members.map { ZoneWords(likely: $0) }
    return members.indices.dropFirst().allSatisfy { index in
      var count = Count(words[0], words[index])
      count.compare(first.spec, members[index].spec)
      return count.different * 100 <= (count.same + count.different) * (100 - least)
    }
  }

  /// How many values of two trees are the same.
  private struct Count {
    private(set) var same = 0
    private(set) var different = 0
    private let words: (ZoneWords, ZoneWords)

    init(_ a: ZoneWords, _ b: ZoneWords) { words = (a, b) }

    mutating func compare(_ a: Node, _ b: Node) {
      switch (a, b) {
      case (.mapping(let a), .mapping(let b)):
        for pair in a.pairs {
          if let other = b[pair.key.text] { compare(pair.value, other) } else { different += 1 }
        }
        different += b.pairs.count { a.index(of: $0.key.text) == nil }
      case (.sequence(let a), .sequence(let b)):
        for (a, b) in zip(a.items, b.items) { compare(a, b) }
        different += abs(a.items.count - b.items.count)
      case (.scalar(let a), .scalar(let b)) where sameBytes(a.text, b.text) || isSame(a.text, b.text):
        same += 1
      default: different += 1
      }
    }

    /// Whether they differ in the zone alone.
    private func isSame(_ a: String, _ b: String) -> Bool {
      let order = ZoneWords.orders[0]
      return words.0.templated(Array(a.utf8), order) == words.1.templated(Array(b.utf8), order)
    }
  }
}

extension Member {
  fileprivate func names(in lists: [[String]]) -> [[String]] {
    lists.map { path in
      (spec[path]?.items ?? []).map { ($0["name"] ?? $0[["metadata", "name"]])?.text ?? "" }
    }
  }
}
