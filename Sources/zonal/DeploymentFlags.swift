internal import ArgumentParser
internal import Pipeline

/// Flags of a build that makes groups of BOSH manifests.
struct DeploymentFlags: ParsableArguments {
  @Option(
    help: "A BOSH deployment manifest whose instance groups are built, or - for standard input.",
    completion: .file())
  var bosh: String?

  @Option(parsing: .singleValue, help: "BOSH operations to apply, in the order given.", completion: .file())
  var ops: [String] = []

  @OptionGroup var variables: VariableFlags

  @Flag(help: "Write the values of BOSH variables as Secrets, and generate those that are missing.")
  var varsSecrets = false

  @Option(help: "The directory that holds jobs-src/<release>/<job>.", completion: .directory)
  var baseDir: String?

  @Option(help: "The deployment's name, in place of the manifest's.")
  var deploymentName: String?

  @OptionGroup var instances: InstancesFlags

  @Flag(help: "Leave out groups and jobs of which nothing says what they run.")
  var skipGroupsWithoutProcesses = false

  @OptionGroup var scripts: ScriptFlags

  @Option(help: "How many seconds templates may take.")
  var timeout: Double = 60

  func validate() throws {
    guard timeout > 0, timeout < 1_000_000 else {
      throw ValidationError("--timeout must be more than 0 seconds")
    }
    if bosh == nil, !ops.isEmpty { throw ValidationError("--ops needs --bosh") }
  }

  var options: Build.Deployment {
    var options = Build.Deployment()
    options.interpolation.manifest = bosh ?? ""
    options.interpolation.opsFiles = ops
    variables.apply(to: &options.interpolation)
    options.name = deploymentName
    options.baseDirectory = baseDir
    options.spreadsTotal = instances.areTotal
    options.skipsGroupsWithoutProcesses = skipGroupsWithoutProcesses
    options.writesSecrets = varsSecrets
    options.runsScripts = scripts.enablePreRenderScripts
    options.timeLimit = .milliseconds(Int64(timeout * 1000))
    return options
  }
}

/// What of a BOSH manifest may be run.
struct ScriptFlags: ParsableArguments {
  @Flag(help: "Let the pre_render_scripts of jobs change the sources of releases: they run with your rights.")
  var enablePreRenderScripts = false
}

/// What the numbers of instances in a BOSH manifest count.
struct InstancesFlags: ParsableArguments {
  enum Policy: String, CaseIterable, ExpressibleByArgument {
    case perZone = "PerZone"
    case total = "Total"
  }

  @Option(help: "Whether a group's instances are those of each zone or of all: PerZone or Total.")
  var instancesPolicy: Policy = .perZone

  var areTotal: Bool { instancesPolicy == .total }
}

/// Flags that give values of BOSH variables, named as `bosh` names them.
struct VariableFlags: ParsableArguments {
  @Option(
    name: [.customShort("v"), .long], parsing: .singleValue,
    help: ArgumentHelp("A value of a variable, read as YAML.", valueName: "name=value"))
  var `var`: [String] = []

  @Option(
    name: [.customShort("l"), .long], parsing: .singleValue, help: "A YAML file of values.",
    completion: .file())
  var varsFile: [String] = []

  @Option(
    parsing: .singleValue, help: ArgumentHelp("A value: the content of a file.", valueName: "name=path"))
  var varFile: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Values from environment variables PREFIX_name, read as YAML.", valueName: "prefix"))
  var varsEnv: [String] = []

  @Option(help: "A file where generated values are kept; made when missing.", completion: .file())
  var varsStore: String?

  func apply(to options: inout ManifestInterpolation.Options) {
    options.variables = self.var
    options.variablesFiles = varsFile
    options.variableFiles = varFile
    options.environmentPrefixes = varsEnv
    options.store = varsStore
  }
}
