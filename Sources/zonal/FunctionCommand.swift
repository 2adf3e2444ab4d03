internal import ArgumentParser
internal import Pipeline

struct FunctionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fn",
    abstract: "Expands the instance groups of a ResourceList, as a function of kustomize or kpt.",
    discussion: """
      Reads a ResourceList from standard input, and writes it to standard output with what its Topology and instance \
      groups become, and with results. All other items stay as they are. Started under the name zonal-fn, the program \
      does the same.
      Its functionConfig is a ConfigMap with data, or an ExpandTransformer with the fields: check (true), whether to look \
      for what can't work, too, and initialRollout (true); or a Topology or an InstanceGroup.
      """)

  @OptionGroup var input: InputFlags

  @OptionGroup var growth: GrowthFlags

  @OptionGroup var console: ConsoleFlags

  /// What the program may be called to be nothing but this.
  static let programName = "zonal-fn"

  func run() throws {
    let function = ListFunction("-", maxFileSize: input.limit, maxGrowth: growth.limit)
    Console.put(function.list)
    Console.show(function.messages, console.settings)
    Console.exit(function.messages.exitCode)
  }
}
