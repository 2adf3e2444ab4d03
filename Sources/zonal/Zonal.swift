internal import ArgumentParser
internal import Pipeline

@main
struct Zonal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zonal",
    abstract:
      "Builds kustomizations, and turns instance groups over availability zones into Kubernetes manifests.",
    discussion: """
      Manifests go to standard output, messages to standard error.
      Exit codes: 0 done, 1 something differs or is disruptive, 2 the input is wrong, 3 a file or tool is missing.

      Pages that zonal help prints: \(HelpTopics.names.joined(separator: ", ")).
      """,
    version: Version.current,
    subcommands: [
      BuildCommand.self, AdoptCommand.self, CheckCommand.self, DiffCommand.self, InstancesCommand.self,
      PlanCommand.self, GraphCommand.self, ReportCommand.self, ExplainCommand.self,
      LanguageServerCommand.self, EditCommand.self, CreateCommand.self, FunctionCommand.self,
      PostRenderCommand.self, ArgoCDCommand.self, InterpolateCommand.self, InstanceGroupCommand.self,
      TemplateRenderCommand.self, SchemaCommand.self, VersionCommand.self,
    ])

  static func main() {
    ProcessSetup.run()
    runWithoutFlags(CommandLine.arguments.dropFirst())
    InterpolateCommand.runWithUsualFlags(CommandLine.arguments.dropFirst())
    let given = CommandLine.arguments
    let name = given.first.flatMap { $0.split(separator: "/").last } ?? ""
    let isFunction = name == FunctionCommand.programName
    let arguments = SwitchValues.spelled((isFunction ? ["fn"] : []) + given.dropFirst())
    if arguments.contains("--verbose") { Messages.helpWithAll() }
    if arguments.count == 2, arguments[0] == "help", let page = HelpTopics.page(arguments[1]) {
      return Console.print(page)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      finish(error, arguments)
    }
  }

  /// Runs a command that is given nothing but words; they need no parser, which would take most of a small run's time.
  ///
  /// - Returns: when it is another command, or has flags.
  private static func runWithoutFlags(_ arguments: ArraySlice<String>) {
    let words = Array(arguments.dropFirst())
    guard words.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") }) else { return }
    switch (arguments.first, words.count) {
    case ("build", 1):
      BuildCommand.build(words, Build.Options(), .standardOutput, checks: false, Console.Settings())
    case ("check", _): CheckCommand.Call(directories: words).run()
    case ("diff", 2): DiffCommand.Call(sides: Sides(old: words[0], new: words[1])).run()
    case ("plan", 2): PlanCommand.Call(sides: Sides(old: words[0], new: words[1])).run()
    case ("instances", 0...1): InstancesCommand.list(words.first ?? ".")
    default: return
    }
  }

  private static func finish(_ error: any Error, _ arguments: [String]) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .validationFailure || code == .success && UsageMistake.isUnknownHelp(arguments) {
      finish(UsageMistake(self.message(for: error), message, arguments))
    }
    if code == .success {
      Console.print(message)
    } else if !message.isEmpty {
      Console.complain(message)
    }
    Console.exit(code.rawValue)
  }

  /// A mistake on the command line exits with 2, like any other wrong input.
  private static func finish(_ mistake: UsageMistake) -> Never {
    let format = FailureFormat(CommandLine.arguments)
    if format == .text {
      Console.complain(mistake.text)
    } else {
      Console.complain(Messages(usage: mistake.summary, hint: mistake.hint), format)
    }
    Console.exit(2)
  }
}
