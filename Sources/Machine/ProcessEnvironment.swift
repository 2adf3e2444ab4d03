internal import Glibc

/// What the calling process set for this one.
package enum ProcessEnvironment {
  /// The variables whose names begin with a prefix, without it, sorted.
  package static func variables(prefix: String) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, parts[0].hasPrefix(prefix) {
        found.append((String(parts[0].dropFirst(prefix.count)), String(parts[1])))
      }
      entry += 1
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
