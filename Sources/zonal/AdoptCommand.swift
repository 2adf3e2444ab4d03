internal import ArgumentParser
internal import Pipeline

struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Writes instance groups from what runs, and proves that they are what runs.",
    discussion: """
      INPUT is rendered manifests: files, directories, - for standard input, a kustomization, or any of these at a Git \
      revision. StatefulSets that are copies of one another for zones become one group, others groups of their own, and what \
      fits nothing stays a plain resource. What was written is built and compared with what was read; both the plan and the \
      difference are printed. Exits with 0 when nothing happens to what runs; otherwise nothing is written.
      """)

  @Argument(help: "What runs.", completion: .file())
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "A tree of kustomizations whose bases are copied for zones: they become one, and the overlays are kept.",
      valueName: "dir"), completion: .directory)
  var kustomize: String?

  @Flag(help: "Read with kubectl what a namespace of the cluster has; nothing is changed there.")
  var live = false

  @Option(name: [.short, .long], help: "With --live: the namespace, instead of the context's.")
  var namespace: String?

  @OptionGroup var cluster: ClusterFlags

  @Option(name: [.short, .long], help: "The directory to write.", completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("Workloads that are one group.", valueName: "name=workload,…"))
  var group: [Group] = []

  @Option(
    help: ArgumentHelp("The zones in their order, with the label of their nodes.", valueName: "name=value,…"))
  var zones: Zones = Zones(zones: [])

  @Flag(help: "Replace files in a directory that is there already.")
  var force = false

  @OptionGroup var console: ConsoleFlags

  @OptionGroup var flags: BuildFlags

  struct Group: ExpressibleByArgument {
    let name: String
    let members: [String]

    init?(argument: String) {
      let halves = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard halves.count == 2, !halves[0].isEmpty else { return nil }
      let members = halves[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard !members.contains("") else { return nil }
      (name, self.members) = (halves[0], members)
    }
  }

  struct Zones: ExpressibleByArgument {
    let zones: [(name: String, nodeValue: String)]

    init(zones: [(name: String, nodeValue: String)]) { self.zones = zones }

    init?(argument: String) {
      var zones: [(name: String, nodeValue: String)] = []
      for zone in argument.split(separator: ",", omittingEmptySubsequences: false) {
        let halves = zone.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(halves.count), !halves.contains("") else { return nil }
        zones.append((halves[0], halves.last ?? ""))
      }
      self.zones = zones
    }
  }

  func validate() throws {
    if kustomize != nil, !inputs.isEmpty || live {
      throw ValidationError("--kustomize excludes other inputs")
    }
    if namespace != nil, !live { throw ValidationError("--namespace says what --live reads") }
    guard !inputs.isEmpty || live || kustomize != nil else {
      throw ValidationError(
        "Missing expected argument '<input>': a file, a directory, - for standard input, or --live")
    }
  }

  func run() throws {
    var request = Adopting.Request()
    request.inputs = inputs
    request.kustomizations = kustomize
    request.cluster = live ? cluster.cluster : nil
    request.namespace = namespace
    request.output = output
    request.groups = group.map { ($0.name, $0.members) }
    request.zones = zones.zones
    request.isForced = force
    let adopting = Adopting(request, options: flags.options)
    Console.show(adopting.messages, console.settings)
    guard adopting.messages.exitCode == 0 else { Console.exit(adopting.messages.exitCode) }
    do throws(OutputFile.Failure) {
      Console.print(try adopting.finish())
    } catch {
      Console.fail(error.messages)
    }
    Console.exit(adopting.isExact ? 0 : 1)
  }
}
