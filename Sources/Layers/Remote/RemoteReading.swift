internal import Diagnostics
internal import Machine

extension LayerContext {
  /// The directory that an entry names, here or elsewhere; `nil` after a report.
  func directory(_ name: Located<String>) -> Directory? {
    guard case .git(let remote) = RemoteLocation(name.value) else { return directory.child(name, report) }
    guard let sources = remoteSources(name) else { return nil }
    switch sources.clone(remote) {
    case .success(let root): return directory.child(name, remote, in: root, report)
    case .failure(let failure):
      report(failure, fetching: remote.repository + (remote.ref.map { " at \($0)" } ?? ""), name.position)
      return nil
    }
  }

  /// Whether an entry of `resources` names a directory, here or elsewhere.
  func namesDirectory(_ name: String) -> Bool {
    if case .git = RemoteLocation(name) { return true }
    return directory.kind(of: name) == .directory
  }

  func download(_ url: String, namedAt position: Position) -> SourceFile? {
    guard let sources = remoteSources(Located(url, position)) else { return nil }
    switch sources.file(url) {
    case .success(let bytes): return SourceFile(path: url, bytes: bytes)
    case .failure(let failure):
      report(failure, fetching: url, position)
      return nil
    }
  }

  private func remoteSources(_ name: Located<String>) -> RemoteSources? {
    if options.remote == nil {
      report.error(
        "remote-resource", "\"\(name.value)\" is on another machine", at: name.position,
        hint: "allow it with --allow-remote, or copy it into the repository and name it here")
    }
    return options.remote
  }

  private func report(_ failure: FetchFailure, fetching what: String, _ position: Position) {
    report.add(
      Diagnostic(
        failure.isMissingProgram ? "missing-program" : "unreachable", cause: .system,
        "\(what) can't be fetched: \(failure.reason)", at: position,
        hint: failure.hint
          ?? (failure.isMissingProgram
            ? "install it" : "see whether you can reach it, and whether the ref is there")))
  }
}
