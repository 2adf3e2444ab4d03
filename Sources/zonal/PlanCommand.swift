public import ArgumentParser
public import Pipeline

extension Planning.Format: ExpressibleByArgument {}

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Shows what applying a change does to running pods.",
    discussion: """
      OLD and NEW are directories with a kustomization file, directories or files of manifests, - for standard \
      input, or any of these at a Git revision: HEAD~1:overlays/production.
      The plan tells which pods restart, come and go, what becomes of their claims, which objects must be deleted \
      and created again, and whether data would move or a group lose its quorum. Without --live no cluster is asked. \
      Exits with 0 when nothing is disruptive, 1 when something is and --allow disruptive is absent, and 1 when data would move \
      that the Topology does not call moved.
      """)

  enum Allowance: ExpressibleByArgument, Equatable {
    case disruptive
    case deletingData(of: String)

    init?(argument: String) {
      let words = argument.split(separator: "=", maxSplits: 1).map(String.init)
      switch (words.first, words.count) {
      case ("disruptive", 1): self = .disruptive
      case ("delete-data", 2): self = .deletingData(of: words[1])
      default: return nil
      }
    }

    static let allValueStrings = ["disruptive", "delete-data=NAME"]
  }

  @OptionGroup var sides: SideArguments

  @Option(name: [.short, .long], help: "text, markdown, json or html.")
  var format: Planning.Format = .text

  @Option(
    help: """
      disruptive: exit with 0 also when something is disruptive, but no error; delete-data=NAME: the data of this \
      group or object may be deleted.
      """)
  var allow: [Allowance] = []

  @OptionGroup var size: MarkdownFlags

  @OptionGroup var console: ConsoleFlags

  @OptionGroup var flags: BuildFlags

  func run() throws {
    var call = Call(sides: sides.sides, options: flags.options, console: console.settings)
    call.format = format
    call.budget = size.maxBytes
    call.allowed = allow
    call.run()
  }

  /// What is to be done, with what is usual where nothing is said.
  struct Call {
    var sides: Sides
    var options = Build.Options()
    var console = Console.Settings()
    var format = Planning.Format.text
    var budget = MarkdownFlags.usual
    var allowed: [Allowance] = []

    func run() -> Never {
      let planning = ProgressBar.show(console) { _ in
        Planning(
          from: sides.old, to: sides.new, options: options, losing: allowedLosses, live: sides.cluster)
      }
      Console.show(planning.messages, console)
      // As for diff, 1 is an answer, so every error is 2.
      guard planning.messages.exitCode == 0 else { Console.exit(sides.errorCode(planning.messages)) }
      Console.print(planning.text(format, budget: budget))
      let isAllowed = allowed.contains(.disruptive) && !planning.hasErrors
      Console.exit(planning.isAllowed || isAllowed ? 0 : 1)
    }

    private var allowedLosses: [String] {
      allowed.compactMap { if case .deletingData(let name) = $0 { name } else { nil } }
    }
  }
}
