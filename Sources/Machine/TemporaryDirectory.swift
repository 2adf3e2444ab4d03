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

  /// Writes files into it, by their paths in it. Nobody else sees them, so none has to be whole at any moment.
  package func write(_ files: [(path: String, bytes: [UInt8])]) throws(WholeFile.Failure) {
    for file in files {
      let place = FilePath.join(path, file.path)
      do throws(FileSystem.Failure) {
        try WholeFile.makeDirectories(at: FilePath.directory(of: place))
        let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileSystem.Failure() }
        defer { close(descriptor) }
        try WholeFile.append([file.bytes], to: descriptor)
      } catch {
        throw WholeFile.Failure(place, error)
      }
    }
  }

  package func remove() {
    FileSystem.removeTree(path)
    Interruption.forget(.directory(path))
  }
}
