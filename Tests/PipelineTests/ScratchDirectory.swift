import Machine

/// A directory of a test's own, which is removed with it.
final class ScratchDirectory: Sendable {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory("zonal-test") }

  deinit { directory.remove() }

  var path: String { directory.path }
}
