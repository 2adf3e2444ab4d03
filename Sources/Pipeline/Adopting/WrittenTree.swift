internal import Diagnostics
internal import Machine
internal import Resources

/// Files as they are to be written, before they are.
struct WrittenTree {
  private let tree: MemoryTree

  /// - Returns: `nil` after a report.
  init?(_ files: [AdoptedFile], _ report: Report) {
    guard let tree = try? MemoryTree(files, "zonal-adopt") else {
      report.add(
        Diagnostic(
          "no-temporary-directory", cause: .system, "no temporary directory can be made",
          hint: "see that there is room below $TMPDIR"))
      return nil
    }
    self.tree = tree
  }

  func close() { tree.close() }

  /// What a directory of it is built to; `nil` with the reason.
  ///
  /// - Parameter shown: how messages name the directory.
  func set(of path: String, shown: String, _ options: Build.Options) -> Result<ResourceSet, Refusal> {
    let report = Report()
    let place = FilePath.join(tree.root, path)
    if let set = Build(options: options).set(of: place, shown: shown, options.sourceFiles, report) {
      return .success(set)
    }
    let error = report.diagnostics.first { $0.severity == .error }
    return .failure(Refusal(reason: error?.summary ?? "nothing was built"))
  }

  /// Why it can't be built.
  struct Refusal: Error {
    let reason: String
  }
}

/// A file to be written, by its path below the output.
typealias AdoptedFile = (path: String, bytes: [UInt8])
