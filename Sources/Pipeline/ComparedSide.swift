internal import Diagnostics
internal import Files
internal import Machine
internal import Resources

/// One side of a comparison, as the user names it.
struct ComparedSide {
  private let name: String
  private let options: Build.Options
  private let files: SourceFiles
  private let report: Report
  private let manifests: ManifestReading
  private let isFollowed: Bool

  /// - Parameter isFollowed: whether it is noted where its fields come from.
  init(
    _ name: String, _ options: Build.Options, _ files: SourceFiles, _ report: Report,
    isFollowed: Bool = false
  ) {
    self.name = name
    self.isFollowed = isFollowed
    self.options = options
    self.files = files
    self.report = report
    manifests = ManifestReading(
      files: files, report: report, restrictor: options.allowsOutsideFiles ? .none : .rootOnly)
  }

  /// The objects of a side.
  struct Objects: Sendable {
    var set = ResourceSet()
    /// What was noted of their build, where they were built.
    var trace: BuildTrace?
  }

  /// The objects of this side; `nil` after a report.
  func objects() -> Objects? {
    // As Git's own comparisons name what is not there.
    if name == "/dev/null" { return Objects() }
    if FileSystem.descriptor(named: name) != nil { return openedAlready() }
    if FileSystem.kind(of: name) != nil { return read(name, shown: FilePath.normalized(name)) }
    if let revision = GitRevision(name) { return read(revision) }
    report.add(
      Diagnostic(
        "no-side", cause: .system, "there is no file or directory \"\(name)\"", at: files.place(of: name),
        hint: "name a directory, a file, - for standard input, or REVISION:PATH"))
    return nil
  }

  /// Standard input, or what a shell opened for this.
  private func openedAlready() -> Objects? {
    switch FileSystem.read(argument: name, limit: files.sizeLimit) {
    case .success(let bytes):
      return Objects(set: ResourceSet(manifests.resources(bytes: bytes, shown: name)))
    case .failure(let failure):
      report.add(
        Diagnostic(
          "unreadable-file", cause: .system,
          "\(name == "-" ? "standard input" : name) can't be read: \(failure.reason)",
          at: files.place(of: name), hint: failure.hint))
      return nil
    }
  }

  private func read(_ path: String, shown: String) -> Objects? {
    guard Directory.holdsKustomization(path) else {
      return Objects(set: ResourceSet(manifests.resources(at: path, shown: shown)))
    }
    var options = options
    options.trace = isFollowed ? BuildTrace() : nil
    return Build(options: options).set(of: path, shown: shown, files, report).map {
      Objects(set: $0, trace: options.trace)
    }
  }

  private func read(_ revision: GitRevision) -> Objects? {
    guard let tree = try? TemporaryDirectory("zonal-revision") else {
      report.add(
        Diagnostic(
          "no-temporary-directory", cause: .system, "no temporary directory can be made",
          at: files.place(of: name),
          hint: "see that there is room below $TMPDIR"))
      return nil
    }
    defer { tree.remove() }
    switch revision.open(at: tree.path) {
    case .success(let opened):
      defer { opened.close() }
      // The colon is a part of the path of its own, so that "../.." never takes it away.
      return read(opened.place, shown: "\(revision.name):/\(revision.path)")
    case .failure(let failure):
      report.add(
        Diagnostic(
          failure.id, cause: failure.isSystem ? .system : .input, failure.summary, at: files.place(of: name),
          hint: failure.hint))
      return nil
    }
  }
}
