internal import Glibc

/// A directory that is held open: whatever is done to its path meanwhile, what is read and written here is in it.
///
/// No symbolic link in it is followed. Who opens one closes it.
package struct HeldDirectory: Sendable {
  /// As it was opened, for messages.
  package let path: String
  let descriptor: Int32

  /// - Parameter followsLink: whether the path may be a symbolic link.
  package init(_ path: String, followsLink: Bool = true) throws(FileSystem.Failure) {
    let flags = O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    var descriptor = open(path, O_RDONLY | flags)
    // Files can be made in a directory that can't be listed.
    if descriptor < 0, errno == EACCES { descriptor = open(path, pathOnly | flags) }
    guard descriptor >= 0 else { throw FileSystem.Failure() }
    self.path = path
    self.descriptor = descriptor
  }

  /// A directory in another, made where it is missing.
  package init(making name: String, in parent: HeldDirectory) throws(FileSystem.Failure) {
    guard mkdirat(parent.descriptor, name, 0o777) == 0 || errno == EEXIST else { throw FileSystem.Failure() }
    try self.init(name, in: parent)
  }

  /// A directory in another.
  package init(_ name: String, in parent: HeldDirectory) throws(FileSystem.Failure) {
    path = FilePath.join(parent.path, name)
    descriptor = openat(parent.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystem.Failure() }
  }

  /// Also lifts its lock.
  package func close() { _ = Glibc.close(descriptor) }

  // MARK: What is in it

  package func kind(of name: String) -> FileSystem.Kind? { status(of: name).map { .init($0.st_mode) } }

  func status(of name: String) -> stat? {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  /// The content of a file, unless it is something else.
  package func read(_ name: String, limit: Int) -> Result<[UInt8], FileSystem.Failure> {
    if let kind = kind(of: name), kind != .file {
      return .failure(FileSystem.Failure("it is \(kind.rawValue), not a file"))
    }
    let file = openat(descriptor, name, FileSystem.readingFlags | O_NOFOLLOW)
    return FileSystem.read(opened: file, limit: limit)
  }

  package func remove(_ name: String) throws(FileSystem.Failure) {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else { throw FileSystem.Failure() }
  }

  /// Removes a directory in it that is empty; one that is not stays.
  package func removeEmpty(_ name: String) { unlinkat(descriptor, name, AT_REMOVEDIR) }

  /// What is in it, sorted.
  package var names: [String] {
    let listed = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard listed >= 0, let stream = fdopendir(listed) else { return [] }
    defer { closedir(stream) }
    return FileSystem.names(stream).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes what happened to names in it last through a power failure.
  func synchronize() { fsync(descriptor) }

  // MARK: One run at a time

  /// Keeps other runs out while this one writes; the system lifts the lock when the run ends.
  ///
  /// - Returns: `false` when another run has it.
  package func lock() throws(FileSystem.Failure) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw FileSystem.Failure() }
    return false
  }

  /// Waits until no other run has the lock, and takes it.
  package func waitForLock() throws(FileSystem.Failure) {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FileSystem.Failure() }
    }
  }

  func unlock() { flock(descriptor, LOCK_UN) }

  /// Removes what runs that were killed left in it, unless another run is writing into it now.
  ///
  /// - Parameter isLocked: whether this run has the lock.
  package func removeRemains(isLocked: Bool) {
    let listed = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard listed >= 0, let stream = fdopendir(listed) else { return }
    defer { closedir(stream) }
    let remains = FileSystem.names(stream).filter(UnfinishedFile.hasName)
    guard !remains.isEmpty, isLocked || flock(listed, LOCK_SH | LOCK_NB) == 0 else { return }
    for name in remains where UnfinishedFile.isAbandoned(name, in: self) { unlinkat(descriptor, name, 0) }
  }
}

/// `O_PATH`, which the C library shows only to who asks for GNU's extensions; one number on all of Linux' machines.
private let pathOnly: Int32 = 0o10000000
