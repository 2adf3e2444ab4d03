internal import Glibc

/// Keeps a second run from writing into a directory while this one does; the system lifts it when the run ends.
package struct DirectoryLock {
  private let descriptor: Int32

  /// - Returns: `nil` when another run has it, or there is no such directory.
  package init?(_ directory: String) {
    descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  package func release() { close(descriptor) }
}
