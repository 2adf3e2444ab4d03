internal import Diagnostics
internal import Machine
internal import Synchronization

/// What a run fetched from elsewhere: each repository and each file once, for all of its layers.
///
/// Clones lie in a directory of the run's own, which ``removeAll()`` takes away.
package final class RemoteSources: Sendable {
  private let clones = OncePerKey<GitDirectory, Result<String, FetchFailure>>()
  private let files = OncePerKey<String, Result<[UInt8], FetchFailure>>()
  private let root = Mutex<TemporaryDirectory?>(nil)

  package init() {}

  /// The root of a repository's work tree.
  func clone(_ directory: GitDirectory) -> Result<String, FetchFailure> {
    clones.value(for: directory.clone) {
      do throws(FetchFailure) { return .success(try fetch(directory)) } catch { return .failure(error) }
    }
  }

  func file(_ url: String) -> Result<[UInt8], FetchFailure> {
    files.value(for: url) {
      do throws(FetchFailure) { return .success(try download(url)) } catch { return .failure(error) }
    }
  }

  package func removeAll() {
    root.withLock { root in
      root?.remove()
      root = nil
    }
  }

  // MARK: Git

  /// Fetches one commit, without its history, as kustomize does.
  private func fetch(_ source: GitDirectory) throws(FetchFailure) -> String {
    let directory = try makeDirectory()
    let end = ContinuousClock.now + .seconds(source.timeLimit)
    for arguments in source.commands { _ = try run("git", arguments, in: directory, until: end) }
    // Paths are compared with it, so it goes without symbolic links.
    return FileSystem.realPath(directory) ?? directory
  }

  private func makeDirectory() throws(FetchFailure) -> String {
    let root = root.withLock { root in
      root = root ?? (try? TemporaryDirectory("zonal-remote"))
      return root?.path
    }
    guard let root, let directory = FileSystem.makeTemporaryDirectory("clone", in: root) else {
      throw FetchFailure(reason: "no temporary directory can be made")
    }
    return directory
  }

  // MARK: Files

  private func download(_ url: String) throws(FetchFailure) -> [UInt8] {
    return try run("curl", Self.curlArguments(url), in: nil, until: ContinuousClock.now + .seconds(27))
  }

  /// Nothing but the web is reached, also by redirections, and `[1-9]` in a URL is no range.
  static func curlArguments(_ url: String) -> ArgumentList {
    var arguments = ArgumentList(
      "--fail", "--silent", "--show-error", "--location", "--max-redirs", "10", "--proto", "=http,https",
      "--proto-redir", "=http,https", "--globoff")
    arguments.add(afterOptions: url)
    return arguments
  }

  private func run(
    _ name: String, _ arguments: ArgumentList, in directory: String?, until end: ContinuousClock.Instant
  ) throws(FetchFailure) -> [UInt8] {
    var program = Program(name, arguments)
    program.directory = directory
    // Nobody is there to be asked, and nothing of the user's own repository is meant.
    program.environment = [
      "GIT_TERMINAL_PROMPT": "0", "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil,
    ]
    program.timeLimit = end - ContinuousClock.now
    let ending: Program.Ending
    do throws(Program.Failure) { ending = try program.run() } catch { throw FetchFailure(error, of: name) }
    guard ending.code == 0 else {
      throw FetchFailure(reason: Self.reason(in: ending.errors) ?? "\(name) failed")
    }
    return ending.output
  }

  /// What Git begins with "fatal:", or the last line.
  private static func reason(in bytes: [UInt8]) -> String? {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    guard let fatal = lines.first(where: { $0.hasPrefix("fatal: ") }) else { return lines.last }
    return String(fatal.dropFirst("fatal: ".count))
  }
}

/// Why something could not be had from elsewhere.
struct FetchFailure: Error, Sendable {
  var reason: String
  var hint: String?
  var isMissingProgram = false

  init(reason: String) {
    self.reason = reason
  }

  init(_ failure: Program.Failure, of program: String) {
    switch failure {
    case .missing:
      reason = "there is no \(program) on the PATH"
      isMissingProgram = true
    case .tookTooLong:
      reason = "\(program) took too long"
      hint = "allow it more with ?timeout=120s"
    case .failed(let words): reason = words
    }
  }
}
