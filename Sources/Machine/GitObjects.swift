internal import Dispatch
internal import Subprocess
internal import Synchronization
internal import SystemPackage

/// Objects of the repository around the user, read one by one from a `git cat-file --batch` that stays.
package final class GitObjects: Sendable {
  package struct Object: Sendable {
    /// `commit`, `tree`, `blob` or `tag`.
    package let kind: String
    package let content: [UInt8]
    /// How many bytes the hashes of this repository have.
    let hashSize: Int
  }

  private let requests: AsyncStream<String>
  private let send: AsyncStream<String>.Continuation
  private let answer = Mutex<Object?>(nil)
  private let isThere = DispatchSemaphore(value: 0)
  /// One question at a time; `false` once git has ended.
  private let isAlive = Mutex(true)

  /// Starts git, which runs until ``close()``.
  package init() {
    (requests, send) = AsyncStream.makeStream()
    Task(executorPreference: Listening.shared) { await self.run() }
  }

  /// - Parameter name: what names an object to Git, such as a hash or `HEAD~1^{tree}`.
  /// - Returns: `nil` when there is no such object, it can't be read, or there is no git.
  package func object(_ name: String) -> Object? {
    // A line is a question of its own.
    guard !name.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == 0 }) else { return nil }
    return isAlive.withLock { isAlive in
      guard isAlive, case .enqueued = send.yield(name) else { return nil }
      isThere.wait()
      return answer.withLock { $0 }
    }
  }

  package func close() { send.finish() }

  private func run() async {
    var program = Program("git", ArgumentList("cat-file", "--batch"))
    program.environment = ["GIT_OPTIONAL_LOCKS": "0"]
    _ = try? await Subprocess.run(
      program.configuration, input: .inputWriter, output: .sequence, error: .discarded
    ) { execution in
      let number = execution.processIdentifier.value
      Interruption.add(.processes(number))
      defer { Interruption.forget(.processes(number)) }
      var answers = Answers(execution.standardOutput.makeAsyncIterator())
      for await name in requests {
        _ = try? await execution.standardInputWriter.write(Array("\(name)\n".utf8))
        let object = await answers.next()
        answer.withLock { $0 = object }
        isThere.signal()
      }
      try? await execution.standardInputWriter.finish()
    }
    // Git could not be started: whoever asks gets nothing.
    for await _ in requests { isThere.signal() }
  }

  /// What git prints: `HASH KIND SIZE`, a line break, the content, a line break; or `NAME missing`.
  private struct Answers {
    private var stream: SubprocessOutputSequence.Iterator
    private var pending: [UInt8] = []
    private var start = 0

    init(_ stream: SubprocessOutputSequence.Iterator) {
      self.stream = stream
    }

    mutating func next() async -> Object? {
      var end: Int?
      while end == nil {
        end = pending[start...].firstIndex(of: UInt8(ascii: "\n"))
        if end == nil, await !more() { return nil }
      }
      guard let end else { return nil }
      let words = String(decoding: pending[start..<end], as: UTF8.self).split(separator: " ")
      start = end + 1
      guard words.count == 3, let size = Int(words[2]) else { return nil }
      while pending.count < start + size + 1 {
        if await !more() { return nil }
      }
      defer { start += size + 1 }
      return Object(
        kind: String(words[1]), content: Array(pending[start..<(start + size)]),
        hashSize: words[0].utf8.count / 2)
    }

    private mutating func more() async -> Bool {
      guard let buffer = try? await stream.next() else { return false }
      pending.removeFirst(start)
      start = 0
      buffer.withUnsafeBytes { pending.append(contentsOf: $0) }
      return true
    }
  }
}
