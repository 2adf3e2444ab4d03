internal import Changes
internal import Diagnostics
internal import Graph
internal import Resources

/// A page for who reviews a change: what it does to what runs, where that runs, and what differs; its sides are named
/// like those of a ``Difference``.
public struct Reporting: Sendable {
  /// What was wrong with reading the sides.
  public let messages: Messages
  /// One page of HTML that needs nothing else.
  public let page: String

  /// - Parameters:
  ///   - old: `nil` when only the cluster tells what runs; then nothing is removed.
  ///   - options: how sides that are kustomizations are built.
  ///   - cluster: whose objects stand in for the old side.
  public init(from old: String?, to new: String, options: Build.Options, live cluster: Cluster? = nil) {
    var sides = ComparedSides(old, new, options, live: cluster, writers: .appliers)
    sides.check(NamedPods.areFew)
    let plan = Planning.plan(&sides, new, losing: [], cluster)
    messages = sides.messages
    page = ReviewPage(plan, graph: Self.graph(sides, plan), sides.files).text
  }

  /// - Returns: `nil` where there is too much to be drawn: a page without a picture is of use, too.
  private static func graph(_ sides: ComparedSides, _ plan: Plan) -> HTMLPage.Part? {
    let report = Report()
    guard [sides.old, sides.new].allSatisfy({ ZoneGraph.isBearable($0, report) }) else { return nil }
    let graph = ZoneGraph(old: sides.old, new: sides.new, plan, report)
    return report.hasErrors ? nil : GraphHTML(graph).part
  }
}
