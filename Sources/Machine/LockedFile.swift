/// A file that this run reads and then may write, while no other run does.
///
/// The lock is its directory's: the file itself is another one when it was written.
package final class LockedFile: Sendable {
  private let path: String
  /// `nil` for what is no file, and can't be written whole either.
  private let place: (directory: HeldDirectory, name: String)?

  /// Waits until no other run has it.
  package init(_ path: String) throws(WholeFile.Failure) {
    self.path = path
    do throws(FileSystem.Failure) {
      guard case .file(let above, let name) = try OutputPlace(path) else {
        // It would wait for a reader, and give nothing back to the next run.
        if let kind = FileSystem.kind(of: path), kind == .pipe {
          throw FileSystem.Failure("it is \(kind.rawValue)")
        }
        place = nil
        return
      }
      try WholeFile.makeDirectories(at: above)
      let directory = try HeldDirectory(above)
      try directory.waitForLock()
      place = (directory, name)
    } catch {
      throw WholeFile.Failure(path: path, reason: "it can't be locked: \(error.reason)")
    }
  }

  package func write(_ pieces: [[UInt8]], mode: UInt32) throws(WholeFile.Failure) {
    if let (directory, name) = place {
      try WholeFile.write(pieces, to: name, in: directory, isLocked: true, mode: mode)
    } else {
      try WholeFile.write(pieces, to: path, mode: mode)
    }
  }

  package func release() { place?.directory.unlock() }

  deinit { place?.directory.close() }
}
