internal import Changes
internal import Diagnostics
internal import Files
internal import Machine
internal import Resources

/// What applying a change does to running pods; its sides are named like those of a ``Difference``.
public struct Planning: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case text, markdown, json, html
  }

  /// What was wrong with reading the sides.
  public let messages: Messages
  private let plan: Plan
  private let files: SourceFiles

  /// - Parameters:
  ///   - old: `nil` when only the cluster tells what runs; then nothing is removed.
  ///   - options: how sides that are kustomizations are built.
  ///   - names: of groups and objects whose data may be deleted.
  ///   - cluster: whose objects stand in for the old side.
  public init(
    from old: String?, to new: String, options: Build.Options, losing names: [String] = [],
    live cluster: Cluster? = nil
  ) {
    var sides = ComparedSides(old, new, options, live: cluster, writers: .appliers)
    sides.check(NamedPods.areFew)
    plan = Self.plan(&sides, new, losing: names, cluster)
    messages = sides.messages
    files = sides.files
  }

  /// - Parameter name: that of the new side.
  static func plan(
    _ sides: inout ComparedSides, _ name: String, losing names: [String], _ cluster: Cluster?
  ) -> Plan {
    let order = Self.order(of: name)
    let command = Self.command(applying: name, in: order)
    let plan = Plan(old: sides.old, new: sides.new, applying: command, losing: names, in: order)
    let questions = plan.questions
    guard let cluster, !questions.isEmpty, let answers = sides.ask(cluster, for: questions) else {
      return plan
    }
    return Plan(
      old: sides.old, new: sides.new, applying: command, losing: names, in: order,
      running: RunningState(answers.resources))
  }

  /// How the user applies the new side.
  private static func command(applying side: String, in order: ApplyOrder) -> ShellCommand {
    guard FileSystem.kind(of: side) != nil else { return "kubectl apply -f -" }
    let holdsKustomization = Directory.holdsKustomization(side)
    // A path is no option.
    let side = side.hasPrefix("-") ? "./" + side : side
    // Each of its directories has a kustomization of its own.
    if order == .zones { return "zonal build \(side)/common \(side)/zones/* | kubectl apply -f -" }
    return holdsKustomization
      ? "zonal build \(side) | kubectl apply -f -" : "kubectl apply -f \(side)"
  }

  /// Rendered zone by zone, a side is a directory with `common` and `zones`, and a chain of Flux Kustomizations applies
  /// one after the other.
  private static func order(of side: String) -> ApplyOrder {
    let parts = ["common", "zones"].map { FilePath.join(side, $0) }
    return parts.allSatisfy { FileSystem.kind(of: $0) == .directory } ? .zones : .waves
  }

  public var isDisruptive: Bool { plan.isDisruptive }

  /// Whether everything that is disruptive was allowed by name.
  public var isAllowed: Bool { plan.isAllowed }

  /// Whether it can't end well, so that nobody may allow it.
  public var hasErrors: Bool { plan.hasErrors }

  /// - Parameter budget: how many bytes of Markdown there may be; by default what GitHub takes for a comment.
  public func text(_ format: Format, budget: Int? = nil) -> String {
    switch format {
    case .text: PlanTextRenderer(plan, files).text
    case .markdown: PlanMarkdownRenderer(plan, files, budget: budget ?? MarkdownRenderer.githubLimit).text
    case .json: PlanJSONRenderer(plan, files).text
    case .html: ReviewPage(plan, files).text
    }
  }
}
