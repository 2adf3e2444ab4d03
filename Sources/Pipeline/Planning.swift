internal import Changes
internal import Diagnostics
internal import Dispatch
internal import Layers
internal import Machine
internal import Resources

/// What applying a change does to running pods; its sides are named like those of a ``Difference``.
public struct Planning: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case text, markdown, json
  }

  private let plan: Plan
  private let reports: [Report]
  private let files: SourceFiles

  /// - Parameter options: how sides that are kustomizations are built.
  public init(from old: String, to new: String, options: Build.Options) {
    let files = SourceFiles()
    let reports = [Report(), Report()]
    let sides = [old, new]
    let slots = Slots<ResourceSet>(count: 2)
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      slots[index] = ComparedSide(sides[index], options, files, reports[index]).set()
    }
    self.files = files
    self.reports = reports
    let sets = slots.values
    let isReadable = sets.count == 2 && !reports.contains { $0.hasErrors }
    plan = Plan(
      old: isReadable ? sets[0] : ResourceSet(), new: isReadable ? sets[1] : ResourceSet(),
      applying: Self.command(applying: new))
  }

  /// How the user applies the new side.
  private static func command(applying side: String) -> String {
    guard FileSystem.kind(of: side) != nil else { return "kubectl apply -f -" }
    return Directory.holdsKustomization(side)
      ? "zonal build \(side) | kubectl apply -f -" : "kubectl apply -f \(side)"
  }

  public var messages: Messages { Messages(reports, files) }

  public var isDisruptive: Bool { plan.isDisruptive }

  /// Whether it can't end well, so that nobody may allow it.
  public var hasErrors: Bool { plan.hasErrors }

  /// - Parameter budget: how many bytes of Markdown there may be; by default what GitHub takes for a comment.
  public func text(_ format: Format, budget: Int? = nil) -> String {
    switch format {
    case .text: PlanTextRenderer(plan).text
    case .markdown: PlanMarkdownRenderer(plan, budget: budget ?? MarkdownRenderer.githubLimit).text
    case .json: PlanJSONRenderer(plan).text
    }
  }
}
