internal import ArgumentParser
internal import Glibc
internal import Pipeline

struct ArgoCDCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "argocd",
    abstract: "What a config management plugin of Argo CD runs.",
    discussion: """
      Both commands are started in the directory of an application's source, and read what it asks for from the \
      environment: the plugin's parameters in ARGOCD_APP_PARAMETERS, or variables such as ZONAL_DIRECTORY, which Argo CD \
      hands on as ARGOCD_ENV_ZONAL_DIRECTORY. Parameters are directory, strict, compat, check, initial-rollout and \
      reorder. Nothing else that is on the command line can be set by an application.
      """,
    subcommands: [Generate.self, Discover.self])

  /// What an application asks for; a mistake in it ends the run.
  private static func source(_ flags: BuildFlags, _ console: Console.Settings) -> ApplicationSource {
    let source = ApplicationSource(options: flags.options) { name in
      getenv(name).map { String(cString: $0) }
    }
    if source.messages.exitCode != 0 {
      Console.show(source.messages, console)
      Console.exit(source.messages.exitCode)
    }
    return source
  }

  struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "generate", abstract: "Renders the manifests of an application to standard output.")

    @OptionGroup var console: ConsoleFlags

    @OptionGroup var flags: BuildFlags

    func run() throws {
      let source = ArgoCDCommand.source(flags, console.settings)
      BuildCommand.build(
        [source.directory], source.options, .standardOutput, checks: source.checks, console.settings)
    }
  }

  struct Discover: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "discover",
      abstract: "Lists the instance groups of an application, and nothing where another tool will do.")

    @OptionGroup var console: ConsoleFlags

    @OptionGroup var flags: BuildFlags

    func run() throws {
      let source = ArgoCDCommand.source(flags, console.settings)
      Console.put(Manifest(source.groups.map { $0 + "\n" }.joined()))
      Console.exit(0)
    }
  }
}
