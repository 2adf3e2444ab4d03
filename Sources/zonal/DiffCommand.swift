public import ArgumentParser
public import Pipeline

extension Difference.Format: ExpressibleByArgument {}

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what differs between two kustomizations, or what was rendered of them.",
    discussion: """
      OLD and NEW are directories with a kustomization file, directories or files of manifests, - for standard \
      input, or any of these at a Git revision: HEAD~1:overlays/production.
      Objects are the same when kind, namespace and name are; the order of objects and keys does not count. The \
      same change in several objects is shown once. Exits with 0 when nothing differs, 1 when something does.
      """)

  @OptionGroup var sides: SideArguments

  @Option(name: [.short, .long], help: "paths, unified, summary, markdown, json or html.")
  var format = Difference.Format.paths

  @Flag(help: "Show the values of Secrets; without it only which of them differ.")
  var showSecrets = false

  @OptionGroup var size: MarkdownFlags

  @OptionGroup var console: ConsoleFlags

  @OptionGroup var flags: BuildFlags

  func run() throws {
    var call = Call(sides: sides.sides, options: flags.options, console: console.settings)
    call.format = format
    call.budget = size.maxBytes
    call.showsSecrets = showSecrets
    call.run()
  }

  /// What is to be done, with what is usual where nothing is said.
  struct Call {
    var sides: Sides
    var options = Build.Options()
    var console = Console.Settings()
    var format = Difference.Format.paths
    var budget = MarkdownFlags.usual
    var showsSecrets = false

    func run() -> Never {
      let difference = ProgressBar.show(console) { _ in
        Difference(
          from: sides.old, to: sides.new, options: options, live: sides.cluster, showsSecrets: showsSecrets)
      }
      Console.show(difference.messages, console)
      // Something differs is no error, so every error is 2 here: diff's own exit codes.
      guard difference.messages.exitCode == 0 else { Console.exit(sides.errorCode(difference.messages)) }
      Console.print(difference.text(format, budget: budget))
      Console.exit(difference.isEmpty ? 0 : 1)
    }
  }
}
