internal import Dispatch
internal import Glibc
internal import Subprocess
internal import Synchronization
internal import SystemPackage

/// Another program that the input asks for (helm, git, ruby, a function), run with a time limit.
package struct Program: Sendable {
  /// A name to look for on the PATH, or a path when it holds a slash.
  package var name: String
  package var arguments: ArgumentList
  /// Set in addition to what this process has; `nil` takes a variable away.
  package var environment: [String: String?] = [:]
  /// Where it runs; `nil` for where the user called.
  package var directory: String?
  package var input: [UInt8] = []
  package var timeLimit: Duration = .seconds(60)

  package init(_ name: String, _ arguments: ArgumentList = ArgumentList()) {
    self.name = name
    self.arguments = arguments
  }

  /// What a program that ran to its end left.
  package struct Ending: Sendable {
    /// The exit code; 128 and the number of the signal when one ended it, as a shell tells it.
    package var code: Int32
    package var output: [UInt8]
    package var errors: [UInt8]
  }

  package enum Failure: Error, Sendable, Equatable {
    /// There is no such program, or it may not be run.
    case missing
    /// It was stopped, with all that it started, because it took longer than its time limit.
    case tookTooLong
    /// It could not be started or listened to, as the system words it.
    case failed(String)
  }

  /// More than so many bytes are taken for a program that runs wild.
  private static let limit = 512 << 20

  /// Runs the program and waits for it; the calling thread does nothing else meanwhile.
  ///
  /// It must not be one of the few threads that Swift's tasks share: what listens to the program may need them.
  package func run() throws(Failure) -> Ending {
    if let value = arguments.refused.first { throw .failed("\"\(value)\" can't be an argument of it") }
    VirtualTrees.writeAll()
    let result = Answer()
    Task(executorPreference: Listening.shared) {
      let outcome = await runWithinLimit()
      result.value.withLock { $0 = outcome }
      result.isThere.signal()
    }
    result.isThere.wait()
    guard let outcome = result.value.withLock({ $0 }) else { throw .tookTooLong }
    return try outcome.get()
  }

  private final class Answer: Sendable {
    let value = Mutex<Result<Ending, Failure>?>(nil)
    let isThere = DispatchSemaphore(value: 0)
  }

  /// Whichever comes first, the end of the program or the end of its time, ends the other.
  private func runWithinLimit() async -> Result<Ending, Failure> {
    await withTaskGroup(of: Result<Ending, Failure>?.self) { group in
      group.addTask { await start() }
      group.addTask {
        try? await Task.sleep(for: timeLimit)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      await group.waitForAll()
      return first ?? .failure(.tookTooLong)
    }
  }

  private func start() async -> Result<Ending, Failure> {
    let started = Mutex<Int32?>(nil)
    defer { if let number = started.withLock({ $0 }) { Interruption.forget(.processes(number)) } }
    do {
      let record = try await Subprocess.run(
        configuration, input: .inputWriter, output: .bytes(limit: Self.limit),
        error: .bytes(limit: Self.limit)
      ) { execution in
        let number = execution.processIdentifier.value
        started.withLock { $0 = number }
        Interruption.add(.processes(number))
        // A program may end without having read all of its input.
        _ = try? await execution.standardInputWriter.write(input)
        try? await execution.standardInputWriter.finish()
      }
      let code =
        switch record.terminationStatus {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
      return .success(Ending(code: code, output: record.standardOutput, errors: record.standardError))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .failure(.missing)
    } catch let error as SubprocessError where error.underlyingError == .permissionDenied {
      return .failure(.missing)
    } catch {
      return .failure(.failed("\(error)"))
    }
  }

  var configuration: Configuration {
    var platform = PlatformOptions()
    // A session of its own, so that what the program started is stopped along with it.
    platform.createSession = true
    platform.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
    ]
    var variables: [Environment.Key: String?] = [:]
    for (key, value) in environment {
      if let key = Environment.Key(rawValue: key) { variables[key] = value }
    }
    return Configuration(
      executable: name.utf8.contains(UInt8(ascii: "/")) ? .path(.init(name)) : .name(name),
      arguments: Arguments(arguments.words), environment: .inherit.updating(variables),
      workingDirectory: directory.map { .init($0) }, platformOptions: platform)
  }
}

/// A thread of its own for what listens to programs: others may all be waiting for them.
final class Listening: TaskExecutor {
  static let shared = Listening()
  private let queue = DispatchQueue(label: "programs")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async {
      Self.ignorePipeSignals()
      job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }

  /// Writing to a program that ended is to fail, not to end this process, too.
  private static func ignorePipeSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
