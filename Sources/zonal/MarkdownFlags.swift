internal import ArgumentParser

/// How long Markdown may be, of which forges take only so much in a comment.
struct MarkdownFlags: ParsableArguments {
  @Option(help: "How many bytes markdown may have; what does not fit is left out and said to be.")
  var maxBytes = usual

  static let usual = 65_536

  /// The summary and the notes on what was left out have to fit.
  private static let least = 1000

  func validate() throws {
    guard maxBytes >= Self.least else {
      throw ValidationError("--max-bytes must be \(Self.least) or more, for a summary to fit")
    }
  }
}
