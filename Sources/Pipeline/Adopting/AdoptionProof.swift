internal import Changes
internal import Resources

/// What runs, compared with what adopted sources are built to.
struct AdoptionProof: Sendable {
  /// What is compared, when there are several.
  private let title: String?
  private let plan: Plan

  init(_ title: String? = nil, running: ResourceSet, built: ResourceSet) {
    self.title = title
    plan = Plan(old: running, new: built)
  }

  /// Whether nothing happens: that a mark of a move is there without one is no event.
  var isExact: Bool { plan.entries.allSatisfy { $0.kind == .move && $0.level == .note && $0.pods.isEmpty } }

  var text: String {
    let changes = plan.comparison.isEmpty ? "nothing differs\n" : PathsRenderer(plan.comparison).text
    let side = title.map { " \($0)" } ?? ""
    return "$ zonal plan\(side)\n\(PlanTextRenderer(plan).text)\n$ zonal diff\(side)\n\(changes)"
  }
}
