package import Diagnostics
internal import Machine

/// Fetches what entries name, and reports what can't be had.
private struct RemoteReading {
  let sources: RemoteSources?
  let report: Report

  /// The root of the clone that a directory lies in.
  func root(of remote: GitDirectory, named name: Located<String>) -> String? {
    guard let sources = allowed(name), isSound(remote, name) else { return nil }
    switch sources.clone(remote) {
    case .success(let root): return root
    case .failure(let failure):
      say(failure, fetching: remote.repository + (remote.ref.map { " at \($0)" } ?? ""), name.position)
      return nil
    }
  }

  func file(_ url: Located<String>) -> SourceFile? {
    guard let sources = allowed(url) else { return nil }
    switch sources.file(url.value) {
    case .success(let bytes): return SourceFile(path: url.value, bytes: bytes)
    case .failure(let failure):
      say(failure, fetching: url.value, url.position)
      return nil
    }
  }

  /// Whether Git would take the location for nothing but a repository and a ref.
  private func isSound(_ remote: GitDirectory, _ name: Located<String>) -> Bool {
    guard let mistake = remote.mistake else { return true }
    report.error(
      "unsafe-repository", "\"\(name.value)\" \(mistake)", at: name.position,
      hint: "write it as https://HOST/ORG/REPO//PATH?ref=TAG, or as git@HOST:ORG/REPO")
    return false
  }

  private func allowed(_ name: Located<String>) -> RemoteSources? {
    if sources == nil {
      report.error(
        "remote-resource", "\"\(name.value)\" is on another machine", at: name.position,
        hint: "allow it with --allow-remote, or copy it into the repository and name it here")
    }
    return sources
  }

  private func say(_ failure: FetchFailure, fetching what: String, _ position: Position) {
    let remedy =
      failure.isMissingProgram ? "install it" : "see whether you can reach it, and whether the ref is there"
    report.add(
      Diagnostic(
        failure.isMissingProgram ? "missing-program" : "unreachable", cause: .system,
        "\(what) can't be fetched: \(failure.reason)", at: position, hint: failure.hint ?? remedy))
  }
}

extension LayerFiles {
  private var remoteReading: RemoteReading { RemoteReading(sources: access.remote, report: report) }

  /// The directory that an entry names, here or elsewhere; `nil` after a report.
  package func directory(_ name: Located<String>) -> Directory? {
    guard case .git(let remote) = RemoteLocation(name.value) else { return directory.child(name, report) }
    guard directory.mayName(remote, name, report) else { return nil }
    return remoteReading.root(of: remote, named: name).flatMap {
      directory.child(name, remote, in: $0, report)
    }
  }

  /// Whether an entry of `resources` names a directory, here or elsewhere.
  package func namesDirectory(_ name: String) -> Bool {
    if case .git = RemoteLocation(name) { return true }
    return directory.kind(of: name) == .directory
  }

  func download(_ url: String, namedAt position: Position) -> SourceFile? {
    remoteReading.file(Located(url, position))
  }
}

extension FileAccess {
  /// The directory that the user wants to have built, here or elsewhere.
  ///
  /// - Parameter shown: how messages name it; by default as it is named here.
  /// - Returns: `nil` when there is none; for one elsewhere, after a report.
  package func target(
    _ path: String, shown: String? = nil, _ files: SourceFiles, _ report: Report
  ) -> Directory? {
    guard case .git(let wanted) = RemoteLocation(path) else { return Directory(path, shown: shown) }
    let name = Located(path, files.place(of: path))
    let reading = RemoteReading(sources: remote, report: report)
    return reading.root(of: wanted, named: name).flatMap { Directory(wanted, in: $0, namedBy: name, report) }
  }

  /// The file that a URL leads to; `nil` after a report.
  package func download(_ url: Located<String>, _ report: Report) -> SourceFile? {
    RemoteReading(sources: remote, report: report).file(url)
  }
}
