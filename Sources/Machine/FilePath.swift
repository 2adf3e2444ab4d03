/// Paths as text: joined, and rid of `.` and `..`, without asking the file system.
package enum FilePath {
  /// `second` seen from the directory `first`; an absolute `second` stands for itself.
  package static func join(_ first: String, _ second: String) -> String {
    if second.hasPrefix("/") || first.isEmpty || first == "." { return normalized(second) }
    return normalized(first + "/" + second)
  }

  package static func normalized(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
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
    path.split(separator: "/").last.map(String.init) ?? path
  }

  package static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether a path is a directory or lies below it; both absolute, without symbolic links.
  package static func isInside(_ path: String, _ directory: String) -> Bool {
    path == directory || directory == "/" || path.hasPrefix(directory + "/")
  }
}
