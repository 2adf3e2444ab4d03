internal import Changes
internal import Diagnostics
internal import Graph
internal import Resources

/// A picture of what runs where, of one side or of a change; its sides are named like those of a ``Difference``.
public struct Graphing: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case svg, html, mermaid, dot, json
  }

  /// What was wrong with reading the sides.
  public let messages: Messages
  private let graph: ZoneGraph

  /// - Parameter options: how a side that is a kustomization is built.
  public init(of side: String, options: Build.Options) {
    let files = options.sourceFiles
    let report = Report()
    if let set = ComparedSide(side, options, files, report).objects()?.set, !report.hasErrors,
      ZoneGraph.isBearable(set, report)
    {
      graph = ZoneGraph(set, report)
    } else {
      graph = ZoneGraph()
    }
    messages = Messages([report], files)
  }

  /// A change, with what a plan says of it.
  ///
  /// - Parameters:
  ///   - old: `nil` when only the cluster tells what runs; then nothing is removed.
  ///   - cluster: whose objects stand in for the old side.
  public init(from old: String?, to new: String, options: Build.Options, live cluster: Cluster? = nil) {
    var sides = ComparedSides(old, new, options, live: cluster, writers: .appliers, namesSources: false)
    sides.check(ZoneGraph.isBearable)
    let plan = Planning.plan(&sides, new, losing: [], cluster)
    let report = Report()
    graph = ZoneGraph(old: sides.old, new: sides.new, plan, report)
    messages = sides.messages(report)
  }

  public func text(_ format: Format) -> String {
    switch format {
    case .svg: GraphSVG(graph).text
    case .html: GraphHTML(graph).text
    case .mermaid: GraphMermaid(graph).text
    case .dot: GraphDOT(graph).text
    case .json: GraphJSON(graph).text
    }
  }
}
