internal import ArgumentParser
internal import Pipeline

struct InstanceGroupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instance-group",
    abstract: "Resolves one instance group of a BOSH deployment manifest.",
    discussion: """
      Fills in the defaults of its jobs' properties, resolves their links and lists their instances. \
      The result goes to standard output, or into DIR as ig.yaml, with bpm.yaml beside it: the processes of its jobs.
      """)

  @Argument(help: "A deployment manifest, or - for standard input.", completion: .file())
  var manifest: String

  @Option(help: "The instance group.")
  var group: String

  @OptionGroup var release: ReleaseFlags

  @Option(
    name: [.short, .long], help: "A directory to write ig.yaml and bpm.yaml into.", completion: .directory)
  var output: String?

  func run() throws {
    let options = try release.options()
    let resolution = GroupResolution(
      manifest, group: group, withProcesses: output != nil, options: options)
    Console.show(resolution.messages, release.console.settings)
    let code = resolution.messages.exitCode
    if code == 0 { write(resolution) }
    Console.exit(code)
  }

  private func write(_ resolution: GroupResolution) {
    guard let output else { return Console.put(resolution.group) }
    Console.save(
      [
        .init(path: "ig.yaml", content: resolution.group),
        .init(path: "bpm.yaml", content: resolution.processes),
      ], below: output)
  }
}

/// Flags of every command that reads the sources of releases.
struct ReleaseFlags: ParsableArguments {
  @Option(help: "The directory that holds jobs-src/<release>/<job>.", completion: .directory)
  var baseDir: String?

  @Option(help: "The deployment's name, in place of the manifest's.")
  var deploymentName: String?

  @OptionGroup var instances: InstancesFlags

  @Option(help: "Whether the first instance bootstraps the group: true or false (then the last does).")
  var initialRollout: Bool?

  @OptionGroup var scripts: ScriptFlags

  @Option(help: "How many seconds the templates may take.")
  var timeout: Double = 60

  @OptionGroup var input: InputFlags

  @OptionGroup var console: ConsoleFlags

  /// - Parameter variables: where flags that are not given are looked for.
  func options(_ variables: Variables = Variables(areUsed: false)) throws -> GroupResolution.Options {
    var options = GroupResolution.Options()
    options.baseDirectory = try variables.need(baseDir, "--base-dir", "JOBS_DIR")
    options.deployment = deploymentName
    options.spreadsTotal = instances.areTotal
    options.runsScripts = scripts.enablePreRenderScripts
    options.isInitialRollout =
      try initialRollout ?? variables["INITIAL_ROLLOUT"]?.boolean("INITIAL_ROLLOUT") ?? true
    guard timeout > 0, timeout < 1_000_000 else {
      throw ValidationError("--timeout must be more than 0 seconds")
    }
    options.maxFileSize = input.limit
    options.timeLimit = .milliseconds(Int64(timeout * 1000))
    return options
  }
}
