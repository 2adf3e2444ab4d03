internal import Glibc
internal import Synchronization

/// What is tidied up when a signal ends the process: programs that it started, and temporary directories.
enum Interruption {
  enum Leftover: Sendable, Hashable {
    case directory(String)
    /// The processes of a program, by the first one's number.
    case processes(Int32)
  }

  static func add(_ leftover: Leftover) {
    _ = isPrepared
    leftovers.withLock { _ = $0.insert(leftover) }
  }

  static func forget(_ leftover: Leftover) {
    leftovers.withLock { _ = $0.remove(leftover) }
  }

  private static let leftovers = Mutex<Set<Leftover>>([])

  private static func tidyUp(_ leftovers: Set<Leftover>) {
    for leftover in leftovers {
      switch leftover {
      case .processes(let group): kill(-group, SIGTERM)
      case .directory(let path): FileSystem.removeTree(path)
      }
    }
  }

  // MARK: Signals

  /// Both ends of the pipe through which the handler tells what came: it may do hardly anything else.
  private static let ends: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }()

  private static let isPrepared: Bool = {
    guard ends.write >= 0 else { return false }
    var thread = pthread_t()
    guard pthread_create(&thread, nil, { _ in Interruption.wait() }, nil) == 0 else { return false }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Interruption.ends.write, &byte, 1)
      }
      // Who started the process with a signal ignored (nohup) wants it to stay so.
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
    return true
  }()

  private static func wait() -> UnsafeMutableRawPointer? {
    var byte: UInt8 = 0
    while read(ends.read, &byte, 1) != 1 {}
    let number = Int32(byte)
    // The lock is kept to the end: who waits for a program would else go on when it is stopped, and end the process first.
    leftovers.withLock { leftovers in
      tidyUp(leftovers)
      signal(number, SIG_DFL)
      kill(getpid(), number)
    }
    return nil
  }
}
