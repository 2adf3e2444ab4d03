internal import Glibc

/// A file while it is written, before it takes its place.
///
/// It has no name as long as it can do without (`O_TMPFILE`), so that a run which is killed mostly leaves nothing. The name
/// that it gets then can't be guessed, and holds the number of its inode: a file is only known as left by zonal when it is
/// that very file, which no copy of it is, whatever it is called. While somebody writes it, it is locked.
struct UnfinishedFile {
  let descriptor: Int32
  private let directory: HeldDirectory
  private var name: String?

  private static let prefix = ".zonal-"
  /// `O_TMPFILE`, which the C library shows only to who asks for GNU's extensions.
  private static let nameless: Int32 = 0o20000000 | O_DIRECTORY

  /// - Parameter mode: what the user's mask takes away is taken away.
  init(in directory: HeldDirectory, mode: UInt32) throws(FileSystem.Failure) {
    self.directory = directory
    let flags = O_WRONLY | O_CLOEXEC
    let nameless = openat(directory.descriptor, ".", flags | Self.nameless, mode)
    // Not every file system has files without names.
    let first = nameless < 0 ? Self.name(inode: 0) : nil
    descriptor =
      first.map { openat(directory.descriptor, $0, flags | O_CREAT | O_EXCL | O_NOFOLLOW, mode) } ?? nameless
    guard descriptor >= 0 else { throw FileSystem.Failure() }
    flock(descriptor, LOCK_EX | LOCK_NB)
    guard let first else { return }
    let name = Self.name(inode: inode)
    self.name = name
    guard renameat(directory.descriptor, first, directory.descriptor, name) == 0 else {
      throw FileSystem.Failure()
    }
  }

  /// Gives it the name by which a later run knows it, if this one can't finish it.
  mutating func giveName() throws(FileSystem.Failure) {
    guard name == nil else { return }
    let name = Self.name(inode: inode)
    guard
      linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", directory.descriptor, name, AT_SYMLINK_FOLLOW) == 0
    else { throw FileSystem.Failure() }
    self.name = name
  }

  private var inode: UInt64 {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? UInt64(status.st_ino) : 0
  }

  /// Takes the place of whatever has that name.
  func move(to target: String) throws(FileSystem.Failure) {
    guard let name, renameat(directory.descriptor, name, directory.descriptor, target) == 0 else {
      throw FileSystem.Failure()
    }
  }

  func remove() { if let name { unlinkat(directory.descriptor, name, 0) } }

  func close() { _ = Glibc.close(descriptor) }

  // MARK: Its name

  private static func name(inode: UInt64) -> String {
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    return "\(prefix)\(inode)-\(String(repeating: "0", count: 16 - random.count))\(random)"
  }

  static func hasName(_ name: String) -> Bool { inode(in: name) != nil }

  private static func inode(in name: String) -> UInt64? {
    let parts = name.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
    guard name.hasPrefix(prefix), parts.count == 2, parts[1].utf8.count == 16,
      parts[1].utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
    else { return nil }
    return UInt64(parts[0])
  }

  /// Whether a file is one that a run made, and nobody is writing any more.
  static func isAbandoned(_ name: String, in directory: HeldDirectory) -> Bool {
    let file = openat(directory.descriptor, name, FileSystem.readingFlags | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { Glibc.close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let inode = inode(in: name) else {
      return false
    }
    // Without the number it is new-born: a run was killed between two calls, where files can't do without a name.
    guard inode == status.st_ino || inode == 0 && status.st_size == 0 && needsNames(directory) else {
      return false
    }
    return flock(file, LOCK_SH | LOCK_NB) == 0
  }

  private static func needsNames(_ directory: HeldDirectory) -> Bool {
    let file = openat(directory.descriptor, ".", O_WRONLY | O_CLOEXEC | nameless, 0o600)
    guard file >= 0 else { return true }
    Glibc.close(file)
    return false
  }
}
