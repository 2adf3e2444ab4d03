internal import Diagnostics

/// What one thread does at a time: rules that look at the same, on a part of it.
struct LintPass: Sendable {
  /// Places among the rules of the run.
  let rules: [Int]
  let part: Range<Int>
  /// Into how many the list is cut.
  let parts: Int

  /// - Returns: all that is to be done, the parts of a list in its order.
  static func passes(of rules: [Rule], over inventory: Inventory) -> [LintPass] {
    let lists = Dictionary(grouping: rules.indices) { rules[$0].look.list as PartialKeyPath<Inventory>? }
    let wholes = (lists[nil] ?? []).map { LintPass(rules: [$0], part: 0..<1, parts: 1) }
    let ofLists = lists.filter { $0.key != nil }.values.sorted { $0[0] < $1[0] }.flatMap { together in
      let count = rules[together[0]].look.count(inventory)
      let parts = count < few ? 1 : Self.parts
      return (0..<parts).map { part in
        LintPass(rules: together, part: count * part / parts..<count * (part + 1) / parts, parts: parts)
      }
    }
    return ofLists + wholes
  }

  /// The same on every machine, so that what is said is always the same.
  private static let parts = 4
  private static let few = 64

  /// - Returns: what each of its rules found.
  func run(_ all: [Rule], _ inventory: Inventory, _ allowances: SetAllowances) -> [Findings] {
    let found = rules.map { Findings(of: all[$0], allowances, parts: parts) }
    for some in part.pieces(of: Self.atATime) {
      for (place, rule) in rules.enumerated() { all[rule].look.find(inventory, some, found[place]) }
    }
    return found
  }

  /// So few that the cache holds them.
  private static let atATime = 64
}
