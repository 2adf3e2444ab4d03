internal import Changes
internal import Diagnostics
internal import Dispatch
internal import Layers
internal import Resources

/// What differs between two sides, each a directory to build, rendered manifests, or either at a Git revision.
public struct Difference: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case paths, unified, summary, markdown, json, html
  }

  private let comparison: Comparison
  private let reports: [Report]
  private let files: SourceFiles

  /// - Parameters:
  ///   - options: how sides that are kustomizations are built.
  ///   - showsSecrets: whether values of Secrets are shown, or only which of them differ.
  public init(from old: String, to new: String, options: Build.Options, showsSecrets: Bool = false) {
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
    comparison = Comparison(
      old: isReadable ? sets[0] : ResourceSet(), new: isReadable ? sets[1] : ResourceSet(),
      showsSecrets: showsSecrets)
  }

  public var messages: Messages { Messages(reports, files) }

  public var isEmpty: Bool { comparison.isEmpty }

  /// - Parameter budget: how many bytes of Markdown there may be; by default what GitHub takes for a comment.
  public func text(_ format: Format, budget: Int? = nil) -> String {
    switch format {
    case .paths: PathsRenderer(comparison).text
    case .unified: UnifiedRenderer(comparison).text
    case .summary: SummaryRenderer(comparison).text
    case .markdown: MarkdownRenderer(comparison, budget: budget ?? MarkdownRenderer.githubLimit).text
    case .json: JSONChangesRenderer(comparison).text
    case .html: HTMLRenderer(comparison).text
    }
  }
}
