internal import Machine
internal import YAML

/// Something that a kustomization names and that lies on another machine.
package enum RemoteLocation: Sendable, Equatable {
  /// A file to be fetched.
  case file(String)
  /// A directory in a repository.
  case git(GitDirectory)

  /// - Returns: `nil` for a path of this machine.
  package init?(_ text: String) {
    guard Self.prefixes.contains(where: { text.hasPrefix($0) }) || Self.isUserAtHost(text) else { return nil }
    let url = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first.map(
      String.init)
    let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
    if isWeb, let url, !url.dropFirst(8).utf8.containsDoubleSlash,
      Self.endings.contains(where: { url.hasSuffix($0) })
    {
      self = .file(text)
    } else if let directory = GitDirectory(text) {
      self = .git(directory)
    } else if isWeb {
      self = .file(text)
    } else {
      return nil
    }
  }

  private static let prefixes = [
    "git::", "gh:", "ssh://", "https://", "http://", "file://", "github.com/", "github.com:",
  ]
  /// What the name of a file ends with; anything else on the web is a repository.
  private static let endings = [".yaml", ".yml", ".json"]

  /// `git@host:path`, the form that scp has.
  private static func isUserAtHost(_ text: String) -> Bool {
    guard let at = text.firstIndex(of: "@"), let colon = text.firstIndex(of: ":"), at < colon else {
      return false
    }
    return !text[..<colon].contains("/") && at != text.startIndex
  }
}

/// A directory of a Git repository, as kustomize v5.8 reads its URL.
package struct GitDirectory: Sendable, Hashable {
  /// What Git clones.
  package var repository: String
  /// Below the repository's root; empty for the root itself.
  package var path = ""
  /// A branch, tag or commit; `nil` for what the repository has as its default.
  package var ref: String?
  var hasSubmodules = true
  /// Seconds for everything that Git does.
  var timeLimit: Double = 27

  package static func == (a: Self, b: Self) -> Bool {
    sameBytes(a.repository, b.repository) && sameBytes(a.path, b.path)
      && a.ref.map(KeyBytes.init) == b.ref.map(KeyBytes.init) && a.hasSubmodules == b.hasSubmodules
      && a.timeLimit == b.timeLimit
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(KeyBytes(text: repository))
    hasher.combine(KeyBytes(text: path))
    hasher.combine(ref.map(KeyBytes.init))
  }

  /// What there is to clone, whichever directory of it is meant.
  var clone: GitDirectory {
    var clone = self
    clone.path = ""
    clone.timeLimit = 0
    return clone
  }

  /// As messages show it, without the protocol: `github.com/org/repo@v1/path`.
  var shown: String {
    let start = repository.firstRange(of: "://")?.upperBound ?? repository.startIndex
    let root = String(repository[start...]) + (ref.map { "@" + $0 } ?? "")
    return path.isEmpty ? root : root + "/" + path
  }

  /// - Returns: `nil` when the text names no repository.
  init?(_ text: String) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var rest = String(parts[0])
    if rest.hasPrefix("git::") { rest.removeFirst(5) }
    guard let host = Self.takeHost(from: &rest) else { return nil }
    (repository, path) = Self.split(rest, ofFile: host == "file://")
    guard !repository.isEmpty else { return nil }
    repository = host + repository
    path = path == "" ? "" : FilePath.normalized(path)
    if path == "." { path = "" }
    if parts.count == 2 { read(query: String(parts[1])) }
  }

  /// Takes the host off a URL, with all that stands before it, in the form that Git knows.
  ///
  /// - Returns: `nil` when nothing comes after it.
  private static func takeHost(from rest: inout String) -> String? {
    for short in ["gh:", "github.com/", "github.com:"] where rest.hasPrefix(short) {
      rest.removeFirst(short.count)
      return "https://github.com/"
    }
    if rest.hasPrefix("file://") {
      rest.removeFirst(7)
      return "file://"
    }
    let scheme = rest.firstRange(of: "://")?.upperBound
    let end: Character = scheme == nil ? ":" : "/"
    let start = scheme ?? rest.startIndex
    guard let separator = rest[start...].firstIndex(of: end) else { return nil }
    let host = String(rest[...separator])
    rest.removeSubrange(...separator)
    return host
  }

  /// The repository's path on its host, and the one within it.
  private static func split(_ rest: String, ofFile isFile: Bool) -> (repository: String, path: String) {
    if let cut = rest.firstRange(of: "//") {
      return (String(rest[..<cut.lowerBound]), String(rest[cut.upperBound...]))
    }
    if let cut = rest.firstRange(of: "_git/") {
      let end = rest[cut.upperBound...].firstIndex(of: "/") ?? rest.endIndex
      return (String(rest[..<end]), String(rest[end...].drop { $0 == "/" }))
    }
    if let cut = rest.firstRange(of: ".git/") {
      return (String(rest[..<cut.lowerBound]) + ".git", String(rest[cut.upperBound...]))
    }
    if isFile || rest.hasSuffix(".git") { return (rest, "") }
    // Hosts keep repositories as org/repo.
    let names = rest.split(separator: "/")
    guard names.count >= 2 else { return ("", "") }
    return (names.prefix(2).joined(separator: "/"), names.dropFirst(2).joined(separator: "/"))
  }

  private mutating func read(query: String) {
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "ref": ref = parts[1]
      case "version": ref = ref ?? parts[1]
      case "submodules": hasSubmodules = !["false", "0", "f", "F", "FALSE", "False"].contains(parts[1])
      case "timeout": timeLimit = Self.seconds(parts[1]) ?? timeLimit
      default: break
      }
    }
  }

  /// A number of seconds, or a duration with units, such as `1m30s`.
  private static func seconds(_ text: String) -> Double? {
    if let plain = Double(text) { return plain > 0 ? plain : nil }
    let units: [(String, Double)] = [("ms", 0.001), ("h", 3600), ("m", 60), ("s", 1)]
    var total = 0.0
    var rest = text[...]
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest.dropFirst(digits.count)
      guard let amount = Double(digits), let unit = units.first(where: { rest.hasPrefix($0.0) }) else {
        return nil
      }
      total += amount * unit.1
      rest = rest.dropFirst(unit.0.count)
    }
    return total > 0 ? total : nil
  }
}

extension String.UTF8View.SubSequence {
  fileprivate var containsDoubleSlash: Bool {
    zip(self, dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "/") }
  }
}

extension String {
  /// Whether this is the name of something on another machine.
  package var isRemoteLocation: Bool { RemoteLocation(self) != nil }
}
