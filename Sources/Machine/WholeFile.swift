internal import Glibc

/// Files that are either whole or not there: a reader, or a kill at any moment, meets the old or the new content.
package enum WholeFile {
  /// Why a file could not be written.
  package struct Failure: Error, Sendable {
    package let path: String
    package let reason: String
  }

  /// Writes a file through a temporary one beside it, and the directories above it where they are missing.
  ///
  /// A file that has this content already keeps its modification time.
  ///
  /// - Parameters:
  ///   - pieces: the content, one piece after the other.
  ///   - mode: who may read and write a file that is new (what the user's mask takes away is taken away).
  package static func write(_ pieces: [[UInt8]], to path: String, mode: UInt32 = 0o644) throws(Failure) {
    if case .success(let old) = FileSystem.read(path), old.elementsEqual(pieces.joined()) { return }
    let directory = FilePath.directory(of: path)
    try makeDirectories(directory)
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path) }
    do throws(Failure) {
      for piece in pieces { try append(piece, to: descriptor, path) }
      guard fsync(descriptor) == 0 else { throw failure(path) }
      close(descriptor)
      guard rename(temporary, path) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error
    }
    synchronize(directory)
  }

  /// Writes to standard output.
  package static func writeToStandardOutput(_ pieces: [[UInt8]]) throws(Failure) {
    for piece in pieces { try append(piece, to: 1, "standard output") }
  }

  private static func append(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress! + start, bytes.count - start)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw failure(path) }
      start += written
    }
  }

  /// Makes a directory and those above it, where they are missing.
  package static func makeDirectories(_ path: String) throws(Failure) {
    if FileSystem.kind(of: path) == .directory { return }
    let above = FilePath.directory(of: path)
    if above != path { try makeDirectories(above) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  /// Makes a rename last through a power failure.
  private static func synchronize(_ directory: String) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: String(cString: strerror(errno)))
  }
}
