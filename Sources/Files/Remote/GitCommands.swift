internal import Machine

/// What Git is called with for a repository that a file names.
extension GitDirectory {
  /// Fetches one commit into an empty directory, without its history, as kustomize does.
  var commands: [ArgumentList] {
    var origin = ArgumentList("remote", "add")
    origin.add(afterOptions: "origin", repository)
    // Submodules have what Git itself lets them have: nothing of this machine, and no program.
    var fetch = ArgumentList("-c", "protocol.ext.allow=never", "fetch", "--quiet", "--depth=1")
    fetch.add(afterOptions: "origin", ref ?? "HEAD")
    let commands = [
      ArgumentList("init", "--quiet"), origin, fetch,
      ArgumentList("-c", "advice.detachedHead=false", "checkout", "--quiet", "FETCH_HEAD"),
    ]
    guard hasSubmodules else { return commands }
    return commands + [
      ArgumentList("submodule", "--quiet", "update", "--init", "--recursive", "--depth=1")
    ]
  }

  /// Any other scheme, and `NAME::ADDRESS`, makes Git call a program of that name.
  private static let schemes = ["https", "http", "ssh", "git", "file"]

  /// What would have Git do something else than fetch, as the rest of a sentence; `nil` when nothing would.
  var mistake: String? {
    if ArgumentList.isOption(repository) || ref.map(ArgumentList.isOption) ?? false {
      return "begins a name with \"-\", which Git would take for an option"
    }
    if [repository, ref ?? ""].contains(where: { $0.utf8.contains { $0 < 0x20 } }) {
      return "holds a control character"
    }
    let scheme = repository.firstRange(of: "://").map { String(repository[..<$0.lowerBound]) }
    if let scheme, Self.schemes.contains(scheme) {
      let host = repository.dropFirst(scheme.count + 3)
      return ArgumentList.isOption(String(host)) ? "begins a host with \"-\"" : nil
    }
    if scheme != nil || repository.firstRange(of: "::") != nil {
      return "is fetched by another program than Git"
    }
    return nil
  }
}
