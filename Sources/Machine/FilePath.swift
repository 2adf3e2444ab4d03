/// Paths as text: joined, and rid of `.` and `..`, without asking the file system.
///
/// By bytes, as the system does: to `String`, a slash that a combining mark follows is no slash.
package enum FilePath {
  /// `second` seen from the directory `first`; an absolute `second` stands for itself.
  package static func join(_ first: String, _ second: String) -> String {
    if isAbsolute(second) || first.isEmpty || first == "." { return normalized(second) }
    return normalized(first + "/" + second)
  }

  package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

  /// The names on the way, without empty ones.
  package static func parts(_ path: String) -> [Substring] {
    path.utf8.split(separator: slash).map { Substring($0) }
  }

  private static let slash = UInt8(ascii: "/")

  package static func normalized(_ path: String) -> String {
    let isAbsolute = isAbsolute(path)
    var parts: [Substring] = []
    for part in Self.parts(path) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  package static func lastComponent(_ path: String) -> String {
    parts(path).last.map(String.init) ?? path
  }

  package static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: slash) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether a path is a directory or lies below it; both absolute, without symbolic links.
  package static func isInside(_ path: String, _ directory: String) -> Bool {
    guard directory != "/", path.utf8.starts(with: directory.utf8) else { return directory == "/" }
    let rest = path.utf8.dropFirst(directory.utf8.count)
    return rest.isEmpty || rest.first == slash
  }
}
