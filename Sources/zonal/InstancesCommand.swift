internal import ArgumentParser
internal import Pipeline

struct InstancesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instances",
    abstract: "Lists every instance of every instance group: its pod, zone, ordinal and address.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, yaml
  }

  @Argument(
    help: "A directory with a kustomization file; without --bosh this one by default.", completion: .directory
  )
  var directory: String?

  @Option(name: [.short, .long], help: "table, json or yaml.")
  var output: Format = .table

  @OptionGroup var console: ConsoleFlags

  @OptionGroup var flags: BuildFlags

  @OptionGroup var deployment: DeploymentFlags

  func run() throws {
    var options = flags.options
    options.deployment = deployment.options
    Self.list(directory ?? (deployment.bosh == nil ? "." : nil), options, as: output, console.settings)
  }

  /// - Parameter directory: `nil` for what a deployment manifest alone has.
  static func list(
    _ directory: String?, _ options: Build.Options = .init(), as format: Format = .table,
    _ console: Console.Settings = .init()
  ) -> Never {
    let listing = Build(options: options).instances(directory)
    Console.show(listing.messages, console)
    let code = listing.messages.exitCode
    if code == 0 {
      switch format {
      case .table: Console.print(listing.table)
      case .json: Console.print(listing.json)
      case .yaml: Console.print(listing.yaml)
      }
    }
    Console.exit(code)
  }
}
