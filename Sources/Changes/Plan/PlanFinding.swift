/// What a rule of a plan finds out: facts, and what is said of them.
///
/// A rule first finds out all there is, in `all(in:)`, and writes no sentence there; `entry` finds out nothing, and puts the
/// facts into words and commands. So either can change without the other, and be tested without it.
protocol PlanFinding {
  /// In the order in which a reader wants to know.
  static func all(in input: PlanInput) -> [Self]

  /// The finding for readers.
  var entry: PlanEntry { get }
}

extension PlanFinding {
  static func entries(_ input: PlanInput) -> [PlanEntry] { all(in: input).map(\.entry) }
}
