internal import Glibc
internal import Layers

/// Files that are either whole or not there: a reader, or a kill at any moment, meets the old or the new content.
public enum OutputFile {
  /// Why a file could not be written.
  public struct Failure: Error, Sendable {
    public let path: String
    public let reason: String
  }

  /// Writes a file through a temporary one beside it, and the directories above it where they are missing.
  /// A file that has this content already keeps its modification time.
  public static func write(_ manifest: Manifest, to path: String) throws(Failure) {
    if let old = content(of: path), old.elementsEqual(manifest.pieces.joined()) { return }
    let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try makeDirectories(directory)
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, reason: reason()) }
    do throws(Failure) {
      for piece in manifest.pieces { try writeAll(piece, descriptor, path) }
      guard fsync(descriptor) == 0 else { throw Failure(path: path, reason: reason()) }
      close(descriptor)
      guard rename(temporary, path) == 0 else { throw Failure(path: path, reason: reason()) }
    } catch {
      unlink(temporary)
      throw error
    }
    synchronize(directory.isEmpty ? "/" : directory)
  }

  /// Writes to standard output.
  public static func writeToStandardOutput(_ manifest: Manifest) throws(Failure) {
    for piece in manifest.pieces { try writeAll(piece, 1, "standard output") }
  }

  /// The name of a directory, also of one that is written as `.` or `..`.
  public static func name(ofDirectory path: String) -> String {
    FilePath.lastComponent(FileSystem.realPath(path) ?? FilePath.normalized(path))
  }

  public static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func content(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while filled < size {
        let got = Glibc.read(descriptor, buffer.baseAddress! + filled, size - filled)
        if got <= 0 { break }
        filled += got
      }
      count = filled
    }
    return filled == size ? bytes : nil
  }

  private static func writeAll(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress! + start, bytes.count - start)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Failure(path: path, reason: reason()) }
      start += written
    }
  }

  private static func makeDirectories(_ path: String) throws(Failure) {
    if path.isEmpty || isDirectory(path) { return }
    if let slash = path.lastIndex(of: "/") { try makeDirectories(String(path[..<slash])) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failure(path: path, reason: reason()) }
  }

  /// Makes a rename last through a power failure.
  private static func synchronize(_ directory: String) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
