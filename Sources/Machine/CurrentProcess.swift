internal import Glibc

/// What this process was given by who started it.
package enum CurrentProcess {
  /// - Returns: `nil` when the environment has no such variable.
  package static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The user and group it runs as, in numbers, as `docker run --user` takes them.
  package static var user: String { "\(getuid()):\(getgid())" }
}
