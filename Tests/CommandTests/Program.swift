import Glibc
import Machine

/// The built program, run as a user runs it.
struct Program {
  struct Result {
    var status: Int32
    var output: String
    var messages: String
  }

  /// The program that is to be tested instead of the one that was built with the tests.
  static let named = getenv("ZONAL_TESTED").map { String(cString: $0) }

  static let binary: String = {
    if let named { return named }
    // Under `swift test` the running program may be a helper; the tests' bundle is its argument.
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
    return FilePath.join(
      FilePath.directory(of: bundle ?? FileSystem.realPath("/proc/self/exe") ?? ""), "zonal")
  }()

  /// - Parameter before: what a shell does before, such as setting a limit.
  static func run(
    _ arguments: [String], environment: [String] = [], directory: String? = nil, before: String? = nil
  ) -> Result {
    let scratch = TemporaryDirectory()
    let process = start(
      arguments, output: scratch.path + "/out", messages: scratch.path + "/err", environment: environment,
      directory: directory, before: before)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return Result(
      status: status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f),
      output: scratch.read("out"), messages: scratch.read("err"))
  }

  static func isExecutable(_ path: String) -> Bool {
    FileSystem.kind(of: path) == .file && access(path, X_OK) == 0
  }

  /// Starts it without waiting.
  static func start(
    _ arguments: [String], output: String = "/dev/null", messages: String = "/dev/null",
    environment: [String] = [], directory: String? = nil, before: String? = nil
  ) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, messages, flags, 0o644)
    leaveOthers(to: &actions)
    var process: pid_t = 0
    // The C library's own way to change the directory is not to be seen from Swift.
    let program = before.map { ["/bin/sh", "-c", "\($0)\nexec \"$0\" \"$@\"", binary] } ?? [binary]
    let command = directory.map { ["/usr/bin/env", "-C", $0] + program } ?? program
    withStrings(command + arguments) { arguments in
      withStrings(environment) { environment in
        _ = posix_spawn(&process, command[0], &actions, nil, arguments, environment)
      }
    }
    return process
  }

  /// Has a process keep none of the files that are open: other tests wait for the ends of their pipes.
  fileprivate static func leaveOthers(to actions: inout posix_spawn_file_actions_t) {
    for descriptor in Int32(3)..<512 { posix_spawn_file_actions_addclose(&actions, descriptor) }
  }

  fileprivate static func withStrings(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Void
  ) {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    pointers.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { body(base) }
    }
    for pointer in pointers { free(pointer) }
  }
}

/// A directory of a test's own, which is removed with it.
final class TemporaryDirectory: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/zonal-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit { FileSystem.removeTree(path) }

  func write(_ text: String, to name: String) {
    let file = path + "/" + name
    var made = path
    for part in FilePath.parts(name).dropLast() {
      made += "/" + part
      mkdir(made, 0o755)
    }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  func read(_ name: String) -> String {
    guard case .success(let bytes) = FileSystem.read(path + "/" + name) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a shell makes of a command in it.
  func shell(_ command: String) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    Program.leaveOthers(to: &actions)
    var process: pid_t = 0
    var status: Int32 = -1
    Program.withStrings(["/bin/sh", "-c", "cd \(path) && { \(command)\n}"]) { arguments in
      guard posix_spawn(&process, "/bin/sh", &actions, nil, arguments, environ) == 0 else { return }
      waitpid(process, &status, 0)
    }
    return status
  }

  /// The permissions of a file, in octal digits.
  func mode(_ name: String) -> String {
    var status = stat()
    lstat(path + "/" + name, &status)
    return String(status.st_mode & 0o7777, radix: 8)
  }

  var names: [String] { FileSystem.names(in: path) }

  func names(in directory: String) -> [String] { FileSystem.names(in: path + "/" + directory) }
}
