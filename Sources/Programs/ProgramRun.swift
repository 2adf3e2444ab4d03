internal import Diagnostics
internal import Machine
internal import YAML

/// One run of another program for a layer, and what is said when it does not go well.
struct ProgramRun: Sendable {
  var program: Program
  /// What runs, as messages begin with it.
  var shown: String
  /// What asks for it.
  var position: Position
  var hints: Hints
  /// What it may repeat, and messages do not.
  var given = GivenValues()

  struct Hints: Sendable {
    /// When there is no such program.
    var missing: String
    /// When it ends with an exit code other than 0.
    var failed: String
  }

  /// More of what a program says would bury the message.
  private static let mostLines = 20

  /// What it printed; throws, after a report, also when its exit code is not 0.
  func output(_ context: ProgramContext) throws(Stop) -> [UInt8] {
    let ending = try ending(context)
    guard ending.code == 0 else {
      reportFailure(ending, context.report)
      throw Stop()
    }
    return ending.output
  }

  /// How it ended, whatever its exit code; throws, after a report, when it did not get that far.
  func ending(_ context: ProgramContext) throws(Stop) -> Program.Ending {
    var program = program
    program.timeLimit = context.options.timeLimit
    do throws(Program.Failure) {
      return try program.run()
    } catch {
      report(error, context)
      throw Stop()
    }
  }

  func reportFailure(_ ending: Program.Ending, _ report: Report) {
    report.error(
      "program-failed", "\(shown) ended with exit code \(ending.code)", at: position,
      notes: Self.notes(ending.errors, given), hint: hints.failed)
  }

  private func report(_ failure: Program.Failure, _ context: ProgramContext) {
    switch failure {
    case .missing:
      context.report.add(
        Diagnostic(
          "missing-program", cause: .system, "there is no program \"\(program.name)\" that could be run",
          at: position, hint: hints.missing))
    case .tookTooLong:
      context.report.error(
        "program-too-slow", "\(shown) took longer than \(context.options.timeLimit.shown)",
        at: position, hint: "find out what it waits for, or give it more time with --function-timeout")
    case .failed(let reason):
      context.report.add(
        Diagnostic(
          "program-not-run", cause: .system, "\(shown) could not be run: \(reason)", at: position,
          hint: hints.missing))
    }
  }

  /// What a program wrote to standard error, one note for each line, the last ones when there are many.
  static func notes(_ errors: [UInt8], _ given: GivenValues) -> [Diagnostic.Note] {
    let lines = given.hidden(in: String(decoding: errors, as: UTF8.self)).split(whereSeparator: \.isNewline)
    return lines.suffix(mostLines).map { Diagnostic.Note(String($0)) }
  }
}

extension Duration {
  /// `90s`, or `5m` for whole minutes, as the flag takes it.
  fileprivate var shown: String {
    let (seconds, attoseconds) = components
    if attoseconds != 0 { return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000)ms" }
    return seconds >= 60 && seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
  }
}
