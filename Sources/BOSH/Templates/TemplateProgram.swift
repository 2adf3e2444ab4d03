import Diagnostics
internal import Machine

/// Runs Ruby, once for all that is to be rendered.
struct TemplateProgram {
  let timeLimit: Duration
  let report: Report

  /// - Returns: the answers up to the end, or up to where Ruby ended; `nil` after a report.
  func run(_ request: RenderRequest) -> TemplateAnswers? {
    // Gems are looked for only when a template asks for one: finding them takes most of the start.
    var program = Machine.Program("ruby", ArgumentList("--disable-gems", "-W0", "-e", TemplateScript.text))
    program.environment = ["RUBYOPT": nil, "RUBYLIB": nil]
    program.input = request.bytes
    // The script itself ends in time and names the template, if only Ruby lets it.
    program.timeLimit = timeLimit + .seconds(5)
    do throws(Machine.Program.Failure) {
      let ending = try program.run()
      let said = TemplateAnswers(ending.output, seal: request.seal)
      // A signal, an exit code of 0, or an end on the way is the doing of a template.
      let isRubysFault = ending.code != 0 && ending.code < 128 && said.answers.isEmpty
      if !isRubysFault, said.isWhole || said.answers.count < request.items.count { return said }
      reportBreakdown(ending)
    } catch {
      report(error)
    }
    return nil
  }

  private func report(_ failure: Machine.Program.Failure) {
    switch failure {
    case .missing:
      report.add(
        Diagnostic(
          "missing-program", cause: .system, "templates need Ruby, but there is no \"ruby\" on the PATH",
          hint: "install it: apt-get install -y ruby"))
    case .tookTooLong:
      report.error(
        "took-too-long", "the templates were not rendered within \(timeLimit.inSeconds)",
        hint: "look for a template that never ends, or allow more time with --timeout")
    case .failed(let reason):
      report.add(
        Diagnostic(
          "program-failed", cause: .system, "Ruby could not be run: \(reason)",
          hint: "see that \"ruby\" runs here"))
    }
  }

  private func reportBreakdown(_ ending: Machine.Program.Ending) {
    let words = String(decoding: ending.errors, as: UTF8.self).split(separator: "\n")
    report.add(
      Diagnostic(
        "program-failed", cause: .system, "Ruby ended with the exit code \(ending.code)",
        notes: words.suffix(3).map { .init(String($0)) },
        hint: "see that \"ruby\" is version 3.0 or later, with its libraries erb, json and ostruct"))
  }
}

extension Duration {
  /// `60 s`
  var inSeconds: String {
    let (seconds, attoseconds) = components
    let tenths = attoseconds / 100_000_000_000_000_000
    return tenths == 0 ? "\(seconds) s" : "\(seconds).\(tenths) s"
  }
}
