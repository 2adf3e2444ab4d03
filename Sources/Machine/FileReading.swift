internal import Glibc

extension FileSystem {
  /// How large a file may be unless the user allows more.
  package static let usualLimit = 256 << 20

  /// The whole content of a file, or the reason why it can't be read.
  ///
  /// What is no file is never opened: a FIFO would wait for ever, and a device may do something.
  package static func read(_ path: String, limit: Int = usualLimit) -> Result<[UInt8], Failure> {
    if path.holdsNUL { return .failure(Failure("a path can't hold the character NUL")) }
    var path = path
    switch VirtualTrees.place(of: path) {
    case .disk(let other): path = other
    case .missing: return .failure(Failure(code: ENOENT))
    case .tree(let entry, _):
      guard entry.kind == .file else { return .failure(Failure(entry.kind)) }
      guard let content = entry.content else { return .failure(Failure(code: EIO)) }
      return content.count > limit ? .failure(Failure(limit: limit)) : .success(content)
    }
    if let kind = kind(of: path), kind != .file { return .failure(Failure(kind)) }
    // Something else may have taken its place since.
    return read(opened: open(path, readingFlags), limit: limit)
  }

  static let readingFlags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  /// Reads a file and closes it.
  static func read(opened descriptor: Int32, limit: Int) -> Result<[UInt8], Failure> {
    guard descriptor >= 0 else { return .failure(Failure()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(Failure()) }
    let kind = Kind(status.st_mode)
    guard kind == .file else { return .failure(Failure(kind)) }
    guard status.st_size <= limit else { return .failure(Failure(limit: limit)) }
    return readAll(descriptor, expecting: Int(status.st_size), limit: limit)
  }

  package static func readStandardInput(limit: Int = usualLimit) -> Result<[UInt8], Failure> {
    readAll(0, expecting: 0, limit: limit)
  }

  /// What the user names on the command line: a file, `-`, or what the process has open already, as a shell's `<(…)`.
  package static func read(argument path: String, limit: Int) -> Result<[UInt8], Failure> {
    if let descriptor = descriptor(named: path) { return readAll(descriptor, expecting: 0, limit: limit) }
    return read(path, limit: limit)
  }

  /// The number of an open file that a path or `-` stands for; `nil` for any other path.
  package static func descriptor(named path: String) -> Int32? {
    if path == "-" || path == "/dev/stdin" { return 0 }
    for directory in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(directory) {
      return Int32(path.dropFirst(directory.count))
    }
    return nil
  }

  private static func readAll(
    _ descriptor: Int32, expecting size: Int, limit: Int
  ) -> Result<[UInt8], Failure> {
    var bytes: [UInt8] = []
    // One byte more than the size tells the end of the file without another growth.
    var chunk = max(size + 1, 65_536)
    while true {
      var failure: Failure?
      var count = 0
      let more = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
        repeat { count = Glibc.read(descriptor, buffer.baseAddress, chunk) } while count < 0 && errno == EINTR
        if count < 0 { failure = Failure() }
        initialized = max(0, count)
      }
      if let failure { return .failure(failure) }
      if count == 0 { return .success(bytes) }
      guard bytes.count + count <= limit else { return .failure(Failure(limit: limit)) }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      chunk = 65_536
    }
  }
}

extension FileSystem.Failure {
  fileprivate init(_ kind: FileSystem.Kind) {
    self.init("it is \(kind.rawValue), not a file", hint: "name a file")
  }

  fileprivate init(limit: Int) {
    let size = limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : "\(limit) bytes"
    self.init("it is larger than \(size)", hint: "give more with --max-file-size, if it must be read")
  }
}
