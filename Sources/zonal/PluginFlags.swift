internal import ArgumentParser
internal import Pipeline

/// Flags for what a build may run besides itself, named as kustomize names them.
struct PluginFlags: ParsableArguments {
  @Flag(help: "Let helm render charts.")
  var enableHelm = false

  @Option(help: "helm's name or path.")
  var helmCommand = "helm"

  @Option(help: "An API version that the server knows, for charts that name none. Repeatable.")
  var helmApiVersions: [String] = []

  @Option(help: "The server's version, for charts that name none.")
  var helmKubeVersion = ""

  @Flag(help: "Have helm tell more when it fails.")
  var helmDebug = false

  @Flag(help: "Let functions in containers, and plugins below KUSTOMIZE_PLUGIN_HOME, run.")
  var enableAlphaPlugins = false

  @Flag(
    help:
      "With --enable-alpha-plugins, let functions that are programs run, with all rights of yours: only for input that you trust."
  )
  var enableExec = false

  @Flag(help: "Give containers that ask for it a network.")
  var network = false

  @Option(help: "Which network of docker's they get, instead of the host's.")
  var networkName = ""

  @Option(help: "What containers see of this machine: type=bind,src=PATH,dst=PATH[,rw=true]. Repeatable.")
  var mount: [String] = []

  @Option(
    name: [.customShort("e"), .long],
    help: "A variable for containers: NAME=value, or NAME to hand it on. Repeatable.")
  var env: [String] = []

  @Flag(help: "Run containers as the user who builds, instead of nobody.")
  var asCurrentUser = false

  @Option(help: "How long one run of helm or of a function may take, such as 90s or 5m.")
  var functionTimeout = TimeLimit(.seconds(300))

  var plugins: Build.Plugins {
    var plugins = Build.Plugins()
    plugins.enablesHelm = enableHelm
    plugins.helmCommand = helmCommand
    plugins.helmAPIVersions = helmApiVersions
    plugins.helmKubeVersion = helmKubeVersion
    plugins.debugsHelm = helmDebug
    plugins.enablesPlugins = enableAlphaPlugins
    plugins.enablesExec = enableExec
    plugins.enablesNetwork = network
    plugins.networkName = networkName
    plugins.mounts = mount
    plugins.environment = env
    plugins.runsAsCurrentUser = asCurrentUser
    plugins.timeLimit = functionTimeout.duration
    return plugins
  }
}

/// A time as it is written on the command line: `500ms`, `90s`, `5m`, `1h`.
struct TimeLimit: ExpressibleByArgument {
  let duration: Duration

  private static let units: [(suffix: String, duration: Duration)] = [
    ("ms", .milliseconds(1)), ("s", .seconds(1)), ("m", .seconds(60)), ("h", .seconds(3600)),
  ]

  init(_ duration: Duration) {
    self.duration = duration
  }

  init?(argument: String) {
    guard let unit = Self.units.first(where: { argument.hasSuffix($0.suffix) }),
      let count = Int32(argument.dropLast(unit.suffix.count)), count > 0
    else { return nil }
    duration = unit.duration * count
  }

  var defaultValueDescription: String { "5m" }
}
