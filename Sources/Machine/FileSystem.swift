internal import Glibc

/// What of the machine's file system a build needs, without Foundation (start-up time).
package enum FileSystem {
  package enum Kind: Sendable { case file, directory, link }

  /// - Returns: `nil` when there is nothing at the path.
  package static func kind(of path: String) -> Kind? {
    var path = path
    switch VirtualTrees.place(of: path) {
    case .disk(let other): path = other
    case .missing: return nil
    case .tree(_, let entry, _): return entry?.kind ?? .directory
    }
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
  }

  /// The whole content of a file, or the reason why it can't be read, as the system words it.
  package static func read(_ path: String) -> Result<[UInt8], Failure> {
    var path = path
    switch VirtualTrees.place(of: path) {
    case .disk(let other): path = other
    case .missing: return .failure(Failure(code: ENOENT))
    case .tree(let tree, let entry, _):
      guard let entry, entry.kind == .file else { return .failure(Failure(code: EISDIR)) }
      return tree.content(of: entry).map { .success($0) } ?? .failure(Failure(code: EIO))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(Failure()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(Failure()) }
    guard status.st_mode & S_IFMT != S_IFDIR else { return .failure(Failure(code: EISDIR)) }
    return readAll(descriptor, expecting: Int(status.st_size))
  }

  package static func readStandardInput() -> Result<[UInt8], Failure> { readAll(0, expecting: 0) }

  /// Why the system refused something.
  package struct Failure: Error, Sendable {
    package let code: Int32

    init(code: Int32 = errno) {
      self.code = code
    }

    package var reason: String { String(cString: strerror(code)) }
  }

  private static func readAll(_ descriptor: Int32, expecting size: Int) -> Result<[UInt8], Failure> {
    var bytes: [UInt8] = []
    // One byte more than the size tells the end of the file without another growth.
    var chunk = max(size + 1, 65_536)
    while true {
      var failure: Failure?
      var count = 0
      let more = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
        count = Glibc.read(descriptor, buffer.baseAddress, chunk)
        if count < 0 { failure = Failure() }
        initialized = max(0, count)
      }
      if let failure {
        if failure.code == EINTR { continue }
        return .failure(failure)
      }
      if count == 0 { return .success(bytes) }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      chunk = 65_536
    }
  }

  /// The path with every symbolic link followed, or `nil` when there is nothing there.
  package static func realPath(_ path: String) -> String? {
    var path = path
    switch VirtualTrees.place(of: path) {
    case .disk(let other): path = other
    case .missing: return nil
    case .tree(_, _, let found): return found
    }
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a directory that only this user can look into, below `$TMPDIR` unless told where.
  ///
  /// - Returns: its path, or `nil` when the system refused.
  package static func makeTemporaryDirectory(_ name: String, in directory: String? = nil) -> String? {
    let parent = directory ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    return mkdtemp(&template).map { String(cString: $0) }
  }

  package static func remove(_ file: String) { unlink(file) }

  /// Removes a directory with all that is in it; symbolic links go, what they lead to stays.
  package static func removeTree(_ path: String) {
    for name in names(in: path) {
      let entry = path + "/" + name
      var status = stat()
      if lstat(entry, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        removeTree(entry)
      } else {
        unlink(entry)
      }
    }
    rmdir(path)
  }

  /// The names in a directory, sorted bytewise.
  package static func names(in directory: String) -> [String] {
    var directory = directory
    switch VirtualTrees.place(of: directory) {
    case .disk(let other): directory = other
    case .missing: return []
    case .tree(let tree, let entry, _):
      return (tree.entries(of: entry) ?? []).map(\.name)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
