internal import Glibc
internal import Pipeline

/// What a process inherits and may not trust.
enum ProcessSetup {
  /// Makes errors of what would end the process without a word.
  static func run() {
    // Writing to a pipe that nobody reads, and writing more than a limit allows.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A file that is opened must not become a standard stream: in the place of one that is closed, nothing is to be read,
    // and nothing can be written.
    for stream in Int32(0)...2 where fcntl(stream, F_GETFD) == -1 { _ = open("/dev/null", O_RDONLY) }
    requireOpenFiles()
  }

  /// Swift's threads are given up with a trap when there is nothing left to manage them with.
  private static func requireOpenFiles() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < usualLimit
    else { return }
    limit.rlim_cur = min(limit.rlim_max, usualLimit)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    guard limit.rlim_cur < usualLimit else { return }
    // What the caller left open can't be opened once more.
    let inherited = (3..<Int32(limit.rlim_cur)).count { fcntl($0, F_GETFD) != -1 }
    let needed = rlim_t(16 + 4 * max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) + inherited)
    guard limit.rlim_cur < needed else { return }
    Console.fail(
      Messages(
        refused: "few-open-files",
        "\(limit.rlim_cur) files may be open at a time, and a run may need \(needed)",
        hint: "raise the limit: ulimit -n 256"))
  }

  private static let usualLimit: rlim_t = 1024
}
