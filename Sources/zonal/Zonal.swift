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
      """,
    version: Version.current,
    subcommands: [
      BuildCommand.self, AdoptCommand.self, CheckCommand.self, DiffCommand.self, InstancesCommand.self,
      PlanCommand.self, EditCommand.self, CreateCommand.self, FunctionCommand.self, PostRenderCommand.self,
      ArgoCDCommand.self, InterpolateCommand.self, InstanceGroupCommand.self, TemplateRenderCommand.self,
      SchemaCommand.self, VersionCommand.self,
    ])

  static func main() {
    ProcessSetup.run()
    BuildCommand.runWithoutFlags(CommandLine.arguments.dropFirst())
    InterpolateCommand.runWithUsualFlags(CommandLine.arguments.dropFirst())
    let given = CommandLine.arguments
    let name = given.first.flatMap { $0.split(separator: "/").last } ?? ""
    let isFunction = name == FunctionCommand.programName
    let arguments = SwitchValues.spelled((isFunction ? ["fn"] : []) + given.dropFirst())
    if arguments.contains("--verbose") { Messages.helpWithAll() }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      finish(error)
    }
  }

  /// A mistake on the command line exits with 2, like any other wrong input.
  private static func finish(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success {
      Console.print(message)
      Console.exit(0)
    }
    let format = FailureFormat(CommandLine.arguments)
    if code == .validationFailure, format != .text {
      let hint = message.split(separator: "\n").last { $0.contains("--help") }
      let usage = Messages(
        usage: self.message(for: error), hint: hint.map { String($0.drop { $0 == " " }) })
      Console.complain(usage, format)
    } else if !message.isEmpty {
      Console.complain(message)
    }
    Console.exit(code == .validationFailure ? 2 : code.rawValue)
  }
}
