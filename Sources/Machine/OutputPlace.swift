internal import Glibc

/// What a path that is written to stands for, as a shell's `>` takes it.
enum OutputPlace {
  /// A file, there or not yet, behind all symbolic links.
  case file(directory: String, name: String)
  /// A device or a pipe: it is written in place and never read.
  case stream(path: String)
  /// What the process has open already, likewise.
  case descriptor(Int32)

  /// More links than the system follows.
  private static let linkLimit = 40

  init(_ path: String) throws(FileSystem.Failure) {
    var path = path
    for _ in 0..<Self.linkLimit {
      let directory = FilePath.directory(of: path)
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
      let name = String(path[(slash.map(path.utf8.index(after:)) ?? path.startIndex)...])
      if let place = Self(openAs: name, in: directory, path) {
        self = place
        return
      }
      guard let kind = FileSystem.kind(ofEntry: path) else {
        guard errno == ENOENT else { throw FileSystem.Failure() }
        self = .file(directory: directory, name: name)
        return
      }
      switch kind {
      case .file:
        self = .file(directory: directory, name: name)
        return
      case .pipe, .device:
        self = .stream(path: path)
        return
      case .link:
        let target = try Self.target(of: path)
        path = FilePath.isAbsolute(target) ? target : directory + "/" + target
      case .directory, .socket: throw FileSystem.Failure("it is \(kind.rawValue)")
      }
    }
    throw FileSystem.Failure(code: ELOOP)
  }

  /// `/dev/stdout`, `/dev/fd/3` and their like lead to a directory of links that only the system can follow.
  private init?(openAs name: String, in directory: String, _ path: String) {
    guard let number = Int32(name), let real = FileSystem.realPath(directory), real.hasPrefix("/proc/"),
      real.hasSuffix("/fd")
    else { return nil }
    self = real == FileSystem.realPath("/proc/self/fd") ? .descriptor(number) : .stream(path: path)
  }

  private static func target(of link: String) throws(FileSystem.Failure) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &buffer, buffer.count)
    guard count > 0 else { throw FileSystem.Failure() }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Opens what is written in place; a FIFO waits for its reader.
  ///
  /// - Returns: what is to be closed; `nil` for a file.
  func open() throws(FileSystem.Failure) -> Int32? {
    while true {
      let descriptor: Int32
      switch self {
      case .file: return nil
      case .stream(let path): descriptor = Glibc.open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
      case .descriptor(let number): descriptor = dup(number)
      }
      if descriptor >= 0 { return descriptor }
      guard errno == EINTR else { throw FileSystem.Failure() }
    }
  }
}
