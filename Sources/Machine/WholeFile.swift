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
    try put(pieces, beside: path, mode: mode, isSynchronous: true)
    try moveIntoPlace(path)
    synchronize(FilePath.directory(of: path))
  }

  /// Writes several files at once, each whole at any moment; one that fails leaves those after it as they were.
  ///
  /// The disk is asked once for all of them, not for each: that takes most of the time of many small files.
  package static func write(_ files: [(path: String, content: [UInt8])]) throws(Failure) {
    guard let first = files.first else { return }
    do throws(Failure) {
      for file in files { try put([file.content], beside: file.path, mode: 0o644, isSynchronous: false) }
      let descriptor = open(FilePath.directory(of: first.path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(first.path) }
      defer { close(descriptor) }
      guard syncfs(descriptor) == 0 else { throw failure(first.path) }
      for file in files { try moveIntoPlace(file.path) }
    } catch {
      for file in files { unlink(temporary(file.path)) }
      throw error
    }
    for directory in Set(files.map { FilePath.directory(of: $0.path) }) { synchronize(directory) }
  }

  /// Removes what a run that was killed left of a file: its content under a name of the run's own.
  package static func removeRemains(in directory: String) {
    for name in FileSystem.names(in: directory) {
      let parts = name.split(separator: ".")
      guard parts.count > 2, parts.last == "tmp", Int(parts[parts.count - 2]) != nil else { continue }
      unlink(FilePath.join(directory, name))
    }
  }

  private static func temporary(_ path: String) -> String { "\(path).\(getpid()).tmp" }

  private static func put(
    _ pieces: [[UInt8]], beside path: String, mode: UInt32, isSynchronous: Bool
  ) throws(Failure) {
    try makeDirectories(FilePath.directory(of: path))
    let descriptor = open(temporary(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    do throws(Failure) {
      for piece in pieces { try append(piece, to: descriptor, path) }
      guard !isSynchronous || fsync(descriptor) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary(path))
      throw error
    }
  }

  private static func moveIntoPlace(_ path: String) throws(Failure) {
    guard rename(temporary(path), path) == 0 else {
      let reason = failure(path)
      unlink(temporary(path))
      throw reason
    }
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

/// Linux's own call, which the C library shows only to who asks for GNU's extensions.
@_silgen_name("syncfs") private func syncfs(_ descriptor: Int32) -> Int32
