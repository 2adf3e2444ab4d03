internal import Glibc

/// Files that are either whole or not there: a reader, or a kill at any moment, meets the old or the new content.
package enum WholeFile {
  /// Why a file could not be written.
  package struct Failure: Error, Sendable {
    package let path: String
    package let reason: String

    package init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }

    package init(_ path: String, _ failure: FileSystem.Failure) {
      self.init(path: path, reason: failure.reason)
    }
  }

  /// Writes to where a path leads, and makes the directories above it where they are missing.
  ///
  /// A file is written beside its place and moved there, and keeps its modification time when it has this content already.
  /// What is no file, such as a pipe, is written in place.
  ///
  /// - Parameters:
  ///   - pieces: the content, one piece after the other.
  ///   - mode: who may read and write a file that is new (what the user's mask takes away is taken away).
  package static func write(_ pieces: [[UInt8]], to path: String, mode: UInt32 = 0o666) throws(Failure) {
    do throws(FileSystem.Failure) {
      let place = try OutputPlace(path)
      if let descriptor = try place.open() {
        defer { close(descriptor) }
        try append(pieces, to: descriptor)
      }
      guard case .file(let above, let name) = place else { return }
      try makeDirectories(at: above)
      let directory = try HeldDirectory(above)
      defer { directory.close() }
      // As for a shell, that the directory is writable does not make the file so.
      guard directory.kind(of: name) == nil || faccessat(directory.descriptor, name, W_OK, 0) == 0 else {
        throw FileSystem.Failure()
      }
      try put(pieces, to: name, in: directory, isLocked: false, mode: mode)
    } catch {
      throw Failure(path, error)
    }
  }

  /// Writes a file of a directory.
  ///
  /// - Parameter isLocked: whether this run has the directory's lock.
  package static func write(
    _ pieces: [[UInt8]], to name: String, in directory: HeldDirectory, isLocked: Bool, mode: UInt32 = 0o666
  ) throws(Failure) {
    do throws(FileSystem.Failure) {
      try put(pieces, to: name, in: directory, isLocked: isLocked, mode: mode)
    } catch {
      throw Failure(FilePath.join(directory.path, name), error)
    }
  }

  /// Writes a file below a directory that the user named, by a path that the user did not: no symbolic link on that is
  /// followed or replaced.
  package static func write(
    _ pieces: [[UInt8]], to path: String, below root: String, mode: UInt32 = 0o666
  ) throws(Failure) {
    do throws(FileSystem.Failure) {
      let parts = FilePath.parts(path).map(String.init)
      guard let name = parts.last, !parts.contains(".."), !path.holdsNUL else {
        throw FileSystem.Failure("it leads nowhere")
      }
      try makeDirectories(at: root)
      var directory = try HeldDirectory(root)
      defer { directory.close() }
      for part in parts.dropLast() {
        let inner = try HeldDirectory(making: part, in: directory)
        directory.close()
        directory = inner
      }
      if let kind = directory.kind(of: name), kind != .file {
        throw FileSystem.Failure("it is \(kind.rawValue)")
      }
      try put(pieces, to: name, in: directory, isLocked: false, mode: mode)
    } catch {
      throw Failure(FilePath.join(root, path), error)
    }
  }

  /// Writes several files at once, each whole at any moment; one that fails leaves those after it as they were.
  ///
  /// The disk is asked once for all of them, not for each: that takes most of the time of many small files.
  ///
  /// - Parameter directory: this run has its lock.
  package static func write(
    _ files: [(name: String, content: [UInt8])], in directory: HeldDirectory
  ) throws(Failure) {
    guard !files.isEmpty else { return }
    var unfinished: [UnfinishedFile] = []
    var name = files[0].name
    do throws(FileSystem.Failure) {
      for file in files {
        name = file.name
        let mode = FileMode(of: name, in: directory, wanted: 0o666)
        let new = try make([file.content], in: directory, mode, isSynchronous: false)
        new.close()
        unfinished.append(new)
      }
      guard syncfs(directory.descriptor) == 0 else { throw FileSystem.Failure() }
      for (file, new) in zip(files, unfinished) {
        name = file.name
        try new.move(to: name)
      }
    } catch {
      for file in unfinished { file.remove() }
      throw Failure(FilePath.join(directory.path, name), error)
    }
    directory.synchronize()
  }

  /// Writes several files at once into a directory, which is made where it is missing, while no other run does.
  package static func write(
    _ files: [(name: String, content: [UInt8])], into directory: String
  ) throws(Failure) {
    do throws(FileSystem.Failure) {
      try makeDirectories(at: directory)
      let held = try HeldDirectory(directory)
      defer { held.close() }
      guard try held.lock() else { throw FileSystem.Failure("another zonal is writing into it") }
      held.removeRemains(isLocked: true)
      do throws(Failure) { try write(files, in: held) } catch { throw FileSystem.Failure(error.reason) }
    } catch {
      throw Failure(directory, error)
    }
  }

  /// Writes to standard output.
  package static func writeToStandardOutput(_ pieces: [[UInt8]]) throws(Failure) {
    do throws(FileSystem.Failure) {
      try append(pieces, to: 1)
    } catch {
      throw Failure("standard output", error)
    }
  }

  /// Makes a directory and those above it, where they are missing.
  package static func makeDirectories(_ path: String) throws(Failure) {
    do throws(FileSystem.Failure) { try makeDirectories(at: path) } catch { throw Failure(path, error) }
  }

  // MARK: Steps

  private static func put(
    _ pieces: [[UInt8]], to name: String, in directory: HeldDirectory, isLocked: Bool, mode: UInt32
  ) throws(FileSystem.Failure) {
    directory.removeRemains(isLocked: isLocked)
    let mode = FileMode(of: name, in: directory, wanted: mode)
    if !mode.isToChange, holds(pieces, name, directory) { return }
    let file = try make(pieces, in: directory, mode, isSynchronous: true)
    defer { file.close() }
    do throws(FileSystem.Failure) { try file.move(to: name) } catch {
      file.remove()
      throw error
    }
    directory.synchronize()
  }

  private static func holds(_ pieces: [[UInt8]], _ name: String, _ directory: HeldDirectory) -> Bool {
    let size = pieces.reduce(0) { $0 + $1.count }
    guard let status = directory.status(of: name), status.st_size == size,
      case .success(let old) = directory.read(name, limit: size)
    else { return false }
    return old.elementsEqual(pieces.joined())
  }

  private static func make(
    _ pieces: [[UInt8]], in directory: HeldDirectory, _ mode: FileMode, isSynchronous: Bool
  ) throws(FileSystem.Failure) -> UnfinishedFile {
    var file = try UnfinishedFile(in: directory, mode: mode.new)
    do throws(FileSystem.Failure) {
      try append(pieces, to: file.descriptor)
      mode.apply(to: file.descriptor)
      guard !isSynchronous || fsync(file.descriptor) == 0 else { throw FileSystem.Failure() }
      try file.giveName()
    } catch {
      file.remove()
      file.close()
      throw error
    }
    return file
  }

  static func append(_ pieces: [[UInt8]], to descriptor: Int32) throws(FileSystem.Failure) {
    for bytes in pieces {
      var start = 0
      while start < bytes.count {
        let written = bytes.withUnsafeBytes { buffer in
          Glibc.write(descriptor, buffer.baseAddress! + start, bytes.count - start)
        }
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { throw FileSystem.Failure() }
        start += written
      }
    }
  }

  static func makeDirectories(at path: String) throws(FileSystem.Failure) {
    if FileSystem.kind(of: path) == .directory { return }
    let above = FilePath.directory(of: path)
    if above != path { try makeDirectories(at: above) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileSystem.Failure() }
  }
}

/// Linux's own call, which the C library shows only to who asks for GNU's extensions.
@_silgen_name("syncfs") private func syncfs(_ descriptor: Int32) -> Int32
