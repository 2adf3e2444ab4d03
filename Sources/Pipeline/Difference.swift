internal import Changes
internal import Diagnostics

/// What differs between two sides, each a directory to build, rendered manifests, or either at a Git revision.
public struct Difference: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case paths, unified, summary, markdown, json, html
  }

  /// What was wrong with reading the sides.
  public let messages: Messages
  private let comparison: Comparison
  private let files: SourceFiles

  /// - Parameters:
  ///   - old: `nil` when only the cluster tells what there is.
  ///   - options: how sides that are kustomizations are built.
  ///   - cluster: whose objects stand in for the old side.
  ///   - showsSecrets: whether values of Secrets are shown, or only which of them differ.
  public init(
    from old: String?, to new: String, options: Build.Options, live cluster: Cluster? = nil,
    showsSecrets: Bool = false
  ) {
    let sides = ComparedSides(old, new, options, live: cluster)
    messages = sides.messages
    files = sides.files
    comparison = Comparison(old: sides.old, new: sides.new, showsSecrets: showsSecrets)
  }

  public var isEmpty: Bool { comparison.isEmpty }

  /// - Parameter budget: how many bytes of Markdown there may be; by default what GitHub takes for a comment.
  public func text(_ format: Format, budget: Int? = nil) -> String {
    switch format {
    case .paths: PathsRenderer(comparison, files).text
    case .unified: UnifiedRenderer(comparison).text
    case .summary: SummaryRenderer(comparison).text
    case .markdown: MarkdownRenderer(comparison, files, budget: budget ?? MarkdownRenderer.githubLimit).text
    case .json: JSONChangesRenderer(comparison, files).text
    case .html: ReviewPage(comparison, files).text
    }
  }
}
