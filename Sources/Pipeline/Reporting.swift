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
    let report = Report()
    // A page without a picture is of use, too.
    let isBearable = [sides.old, sides.new].allSatisfy { ZoneGraph.isBearable($0, Report()) }
    let graph =
      isBearable ? GraphHTML(ZoneGraph(old: sides.old, new: sides.new, plan, report)).part : nil
    messages = sides.messages(report)
    page = ReviewPage(plan, graph: graph, sides.files).text
  }
}
