import Dispatch
import Machine
import Testing

@Suite struct ProgramTests {
  @Test func givesInputAndTakesOutput() async throws {
    var program = Program("sh", ArgumentList("-c", "cat; echo said >&2; echo $GREETING; exit 3"))
    program.environment = ["GREETING": "hello"]
    // More than a pipe holds, so that reading and writing must go on side by side.
    program.input = Array(repeating: UInt8(ascii: "x"), count: 1_000_000)
    let ending = try await program.ending()
    #expect(ending.code == 3)
    #expect(ending.output.count == 1_000_006)
    #expect(ending.errors == Array("said\n".utf8))
  }

  @Test func runsWhereItIsTold() async throws {
    var program = Program("pwd")
    program.directory = "/usr"
    #expect(try await program.ending().output == Array("/usr\n".utf8))
  }

  @Test func knowsWhenThereIsNoSuchProgram() async {
    await #expect(throws: Program.Failure.missing) { try await Program("no-such-program").ending() }
    await #expect(throws: Program.Failure.missing) { try await Program("/etc/passwd").ending() }
  }

  @Test func stopsWhatTakesTooLong() async {
    // The shell starts another process, which must not be waited for either.
    let slow = Program("sh", ArgumentList("-c", "sleep 60; true"))
    await #expect(throws: Program.Failure.tookTooLong) { try await slow.ending(within: .milliseconds(100)) }
  }

  @Test func tellsASignalAsAShellDoes() async throws {
    #expect(try await Program("sh", ArgumentList("-c", "kill -9 $$")).ending().code == 137)
  }

  @Test func goesOnWhenInputIsNotRead() async throws {
    var program = Program("true")
    program.input = Array(repeating: 0, count: 1_000_000)
    #expect(try await program.ending().code == 0)
  }
}

extension Program {
  /// Runs on a thread that may wait.
  ///
  /// - Parameter limit: by default so much that a machine busy with other tests does not reach it.
  fileprivate func ending(within limit: Duration = .seconds(600)) async throws -> Ending {
    var program = self
    program.timeLimit = limit
    let limited = program
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: name).async {
        continuation.resume(with: Result { () throws(Failure) in try limited.run() }.mapError { $0 })
      }
    }
  }
}
