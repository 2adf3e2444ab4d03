internal import Glibc

/// A directory for files that another program needs.
///
/// Who makes one removes it; when a signal ends the run, all that are left are removed.
package struct TemporaryDirectory: Sendable {
  package let path: String

  /// - Parameter name: what its own name begins with.
  package init(_ name: String = "zonal") throws(WholeFile.Failure) {
    guard let path = FileSystem.makeTemporaryDirectory(name) else {
      throw WholeFile.Failure(path: "a temporary directory", reason: String(cString: strerror(errno)))
    }
    self.path = path
    Interruption.add(.directory(path))
  }

  package func remove() {
    FileSystem.removeTree(path)
    Interruption.forget(.directory(path))
  }
}
