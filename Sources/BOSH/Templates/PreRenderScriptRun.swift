package import Diagnostics
internal import Machine
internal import YAML

/// Runs what a manifest has under `pre_render_scripts` of its jobs, which changes the releases' sources.
///
/// As under Quarks they run where the sources lie, and find them by their paths there. What ran once for a job does not
/// run again for another group that has it, because the sources are the same.
package struct PreRenderScriptRun {
  package enum Phase: String {
    case groupResolver = "ig_resolver"
    case bpm, jobs
  }

  private let directory: String
  private let timeLimit: Duration
  private let report: Report
  private var done: Set<Key> = []

  private struct Key: Hashable {
    let job: KeyBytes
    let phase: Phase
    let text: KeyBytes
  }

  /// - Parameter directory: the one that holds `jobs-src`.
  package init(in directory: String, timeLimit: Duration, _ report: Report) {
    self.directory = directory
    self.timeLimit = timeLimit
    self.report = report
  }

  /// Runs the scripts of a phase one after the other, until one fails.
  package mutating func run(_ phase: Phase, of jobs: [Job]) {
    for job in jobs {
      for script in job.quarks.preRenderScripts[phase] where !report.hasErrors {
        let key = Key(
          job: KeyBytes(text: "\(job.release.value)/\(job.name.value)"), phase: phase,
          text: KeyBytes(text: script.value))
        if done.insert(key).inserted { run(script, of: job, phase) }
      }
    }
  }

  private func run(_ script: Located<String>, of job: Job, _ phase: Phase) {
    let shown = "the script \"\(phase.rawValue)\" of the job \"\(job.name.value)\""
    do throws(WholeFile.Failure) {
      // Its text may hold what is secret, and arguments of programs are seen by everybody.
      let place = try TemporaryDirectory()
      defer { place.remove() }
      try place.write([(path: "script", bytes: Array(script.value.utf8))])
      var arguments = ArgumentList()
      arguments.add(afterOptions: FilePath.join(place.path, "script"))
      var program = Machine.Program("bash", arguments)
      program.directory = directory
      program.environment = ["BASH_ENV": nil]
      program.timeLimit = timeLimit
      run(program, shown, at: script.position)
    } catch {
      report.add(
        Diagnostic(
          "script-not-run", cause: .system, "\(shown) could not be run: \(error.reason)", at: script.position,
          hint: "see that files can be written below TMPDIR"))
    }
  }

  private func run(_ program: Machine.Program, _ shown: String, at position: Position) {
    do throws(Machine.Program.Failure) {
      let ending = try program.run()
      guard ending.code != 0 else { return }
      let words = String(decoding: ending.errors, as: UTF8.self).split(whereSeparator: \.isNewline)
      report.error(
        "script-failed", "\(shown) ended with exit code \(ending.code)", at: position,
        notes: words.suffix(Self.mostLines).map { .init(String($0)) },
        hint: "run it by itself where jobs-src is, and see that it leaves alone what it changed before")
    } catch {
      report(error, shown, at: position)
    }
  }

  private func report(_ failure: Machine.Program.Failure, _ shown: String, at position: Position) {
    switch failure {
    case .missing:
      report.add(
        Diagnostic(
          "missing-program", cause: .system, "\(shown) needs bash, but there is none on the PATH",
          at: position, hint: "install it: apt-get install -y bash"))
    case .tookTooLong:
      report.error(
        "took-too-long", "\(shown) was still running after \(timeLimit.inSeconds)", at: position,
        hint: "find out what it waits for, or allow more time with --timeout")
    case .failed(let reason):
      report.add(
        Diagnostic(
          "script-not-run", cause: .system, "\(shown) could not be run: \(reason)", at: position,
          hint: "see that \"bash\" runs here"))
    }
  }

  /// More of what a script says would bury the message.
  private static let mostLines = 20
}

extension PreRenderScripts {
  fileprivate subscript(phase: PreRenderScriptRun.Phase) -> [Located<String>] {
    switch phase {
    case .groupResolver: groupResolver
    case .bpm: bpm
    case .jobs: jobs
    }
  }
}
