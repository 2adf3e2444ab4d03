public import ArgumentParser
public import Pipeline

extension Check.Format: ExpressibleByArgument {}

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Finds what can't work in what kustomizations render to, and rendered output that is out of date.",
    discussion: """
      Each DIR is a directory with a kustomization file, a directory or file of manifests, - for standard input, or \
      any of these at a Git revision: HEAD~1:overlays/production. Each is looked over by itself. Without any, this \
      directory is, or those in overlays/ when it has no kustomization file.
      What was rendered of a directory with a kustomization file must be what it renders to: zonal build DIR -o output/.
      Rules are set in zonal.yaml, here or in a directory above.
      Exits with 0 when there is nothing but remarks (info), 1 when something was found, 2 when the input is wrong.
      """)

  @Argument(help: "What to look over.", completion: .directory)
  var directories: [String] = []

  @Option(
    name: [.short, .long],
    help: "The directory that was rendered into; by default output, as far as it holds what was rendered.",
    completion: .directory)
  var output: String?

  @Option(name: [.short, .long], help: "text, json, sarif or github.")
  var format: Check.Format = .text

  @Option(help: ArgumentHelp("Leave a rule out. Repeatable.", valueName: "id"))
  var disable: [String] = []

  @Option(help: ArgumentHelp("Use a rule that is off by default. Repeatable.", valueName: "id"))
  var enable: [String] = []

  @Flag(help: "Compare with what the cluster has, too, which kubectl reads.")
  var live = false

  @Flag(help: "Ask the API server, too, in a strict dry run of kubectl's that changes nothing.")
  var server = false

  @OptionGroup var cluster: ClusterFlags

  @Flag(help: "List all rules instead.")
  var listRules = false

  @Option(help: ArgumentHelp("Say what a rule finds, why, and what is right instead.", valueName: "id"))
  var explain: String?

  @Flag(help: "Show what was found and is meant instead, and who allows it.")
  var listAllowed = false

  @Option(help: "The file that sets rules, instead of the nearest zonal.yaml.", completion: .file())
  var config: String?

  @Flag(name: [.short, .long], help: "Say nothing of what was found: the exit code tells.")
  var quiet = false

  @Flag(help: "Show all messages, also of one kind.")
  var verbose = false

  @OptionGroup var flags: BuildFlags

  @OptionGroup var deployment: DeploymentFlags

  func run() throws {
    if listRules { return Console.print(Self.ruleList) }
    if let explain {
      guard let rule = Check.rules.first(where: { $0.id == explain }) else {
        throw ValidationError("there is no rule \"\(explain)\"; zonal check --list-rules names them all")
      }
      return Console.print(rule.explanation)
    }
    if directories.count != 1, deployment.bosh != nil {
      throw ValidationError("--bosh is for the check of one directory")
    }
    var options = Check.Options()
    options.build = flags.options
    options.build.deployment = deployment.options
    options.output = output
    options.live = live ? cluster.cluster : nil
    options.server = server ? cluster.cluster : nil
    options.configuration = config
    options.enabledRules = enable
    options.disabledRules = disable
    var call = Call(directories: directories, options: options, format: format)
    call.listsAllowed = listAllowed
    call.isQuiet = quiet
    call.isVerbose = verbose
    call.run()
  }

  /// What is to be done, with what is usual where nothing is said.
  struct Call {
    var directories: [String]
    var options = Check.Options()
    var format = Check.Format.text
    var listsAllowed = false
    var isQuiet = false
    var isVerbose = false

    func run() -> Never {
      let check = ProgressBar.show(Console.Settings(isQuiet: isQuiet)) {
        Check(directories, options: options, progress: $0)
      }
      if listsAllowed && check.exitCode <= 1 {
        put(check.text(format, of: .allowed, colours: Console.hasColours(.output), isVerbose: isVerbose))
        Console.exit(0)
      }
      if isQuiet && check.exitCode <= 1 { Console.exit(check.exitCode) }
      // What was found is what was asked for, and goes to standard output; a wrong input is a complaint.
      if format == .text && check.exitCode > 1 {
        Console.complain(check.text(.text, colours: Console.hasColours(.messages), isVerbose: isVerbose))
      } else {
        put(check.text(format, colours: Console.hasColours(.output), isVerbose: isVerbose))
      }
      // What was looked at need not be taken apart.
      withExtendedLifetime(check) { Console.exit(check.exitCode) }
    }

    private func put(_ text: String) { Console.put(Manifest(text)) }
  }

  private static var ruleList: String {
    let width = Check.rules.map(\.id.count).max() ?? 0
    return Check.rules.map { rule in
      let id = rule.id + String(repeating: " ", count: width - rule.id.count)
      let severity = rule.severity + String(repeating: " ", count: max(0, 7 - rule.severity.count))
      return "\(id)  \(severity)  \(rule.summary)\(rule.isOptIn ? " (off by default)" : "")\n"
    }.joined()
  }
}
