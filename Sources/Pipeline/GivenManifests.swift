internal import Diagnostics
internal import Machine

/// Manifests that somebody else rendered, to be rendered further.
enum GivenManifests {
  /// - Parameter path: a file, or `-` for standard input.
  /// - Returns: `nil` after a report.
  static func read(_ path: String, _ files: SourceFiles, _ report: Report) -> SourceFile? {
    switch FileSystem.read(argument: path, limit: files.sizeLimit) {
    case .success(let bytes):
      files.growth.note(bytes, readFrom: path)
      return SourceFile(path: path, bytes: bytes)
    case .failure(let failure):
      report.add(
        Diagnostic(
          "unreadable-file", cause: .system, "what is to be rendered can't be read: \(failure.reason)",
          at: files.place(of: path), hint: failure.hint ?? "pipe into it what helm template prints"))
      return nil
    }
  }
}
