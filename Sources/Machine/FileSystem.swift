internal import Glibc

/// What of the machine's file system a build needs, without Foundation (start-up time).
package enum FileSystem {
  /// What stands at a path, as messages call it.
  package enum Kind: String, Sendable {
    case file = "a file"
    case directory = "a directory"
    case link = "a symbolic link"
    case pipe = "a FIFO"
    case device = "a device"
    case socket = "a socket"

    init(_ mode: mode_t) {
      self =
        switch mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .directory
        case S_IFLNK: .link
        case S_IFIFO: .pipe
        case S_IFSOCK: .socket
        default: .device
        }
    }
  }

  /// What a path leads to, all symbolic links followed.
  ///
  /// - Returns: `nil` when there is nothing, and for a path that there can't be.
  package static func kind(of path: String) -> Kind? {
    var path = path
    switch VirtualTrees.place(of: path) {
    case .disk(let other): path = other
    case .missing: return nil
    case .tree(let entry, _): return entry.kind
    }
    var status = stat()
    guard !path.holdsNUL, stat(path, &status) == 0 else { return nil }
    return Kind(status.st_mode)
  }

  /// What stands at a path itself, be it a symbolic link.
  package static func kind(ofEntry path: String) -> Kind? {
    var status = stat()
    guard !path.holdsNUL, lstat(path, &status) == 0 else { return nil }
    return Kind(status.st_mode)
  }

  /// What two paths have in common that lead to the same thing.
  package enum Identity: Hashable, Sendable {
    case disk(device: UInt64, inode: UInt64)
    /// Behind all symbolic links.
    case tree(path: String)

    /// - Returns: `nil` when there is nothing at the path.
    package init?(of path: String) {
      var path = path
      switch VirtualTrees.place(of: path) {
      case .disk(let other): path = other
      case .missing: return nil
      case .tree(_, let found):
        self = .tree(path: found)
        return
      }
      var status = stat()
      guard !path.holdsNUL, stat(path, &status) == 0 else { return nil }
      self = .disk(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }
  }

  /// Why something was refused.
  package struct Failure: Error, Sendable {
    package let reason: String
    /// What helps, where it is known.
    package let hint: String?

    init(_ reason: String, hint: String? = nil) {
      self.reason = reason
      self.hint = hint
    }

    /// As the system words it.
    init(code: Int32 = errno) { self.init(String(cString: strerror(code))) }
  }

  /// The path with every symbolic link followed, or `nil` when there is nothing there.
  package static func realPath(_ path: String) -> String? {
    var path = path
    switch VirtualTrees.place(of: path) {
    case .disk(let other): path = other
    case .missing: return nil
    case .tree(_, let found): return found
    }
    guard !path.holdsNUL, let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a directory that only this user can look into, below `$TMPDIR` unless told where.
  ///
  /// - Returns: its path, or `nil` when the system refused.
  package static func makeTemporaryDirectory(_ name: String, in directory: String? = nil) -> String? {
    let parent = directory ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    // mkdtemp wants six of these letters, and puts what nobody can guess in their place.
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    return mkdtemp(&template).map { String(cString: $0) }
  }

  package static func remove(_ file: String) { unlink(file) }

  /// Removes a directory with all that is in it; symbolic links go, what they lead to stays.
  package static func removeTree(_ path: String) {
    // However deep it is, which others may have decided.
    var pending = [path]
    var directories: [String] = []
    while let directory = pending.popLast() {
      directories.append(directory)
      for name in names(in: directory) {
        let entry = directory + "/" + name
        if kind(ofEntry: entry) == .directory {
          pending.append(entry)
        } else {
          unlink(entry)
        }
      }
    }
    for directory in directories.reversed() { rmdir(directory) }
  }

  /// The names in a directory, sorted bytewise; none when it can't be read.
  package static func names(in directory: String) -> [String] { (try? list(directory).get()) ?? [] }

  /// The names in a directory, sorted bytewise.
  package static func list(_ directory: String) -> Result<[String], Failure> {
    var directory = directory
    switch VirtualTrees.place(of: directory) {
    case .disk(let other): directory = other
    case .missing: return .failure(Failure(code: ENOENT))
    case .tree(let entry, _):
      guard let names = entry.names else { return .failure(Failure(code: EIO)) }
      return .success(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
    guard let stream = opendir(directory) else { return .failure(Failure()) }
    defer { closedir(stream) }
    return .success(names(stream).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  static func names(_ stream: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}

extension String {
  /// Whether it is no path: the system would take it to end there.
  package var holdsNUL: Bool { utf8.contains(0) }
}
