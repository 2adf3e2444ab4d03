public import ArgumentParser
public import Pipeline

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Renders kustomization directories into manifests.",
    discussion: """
      One directory goes to standard output or into FILE. Several, or one with a directory as --output, go into \
      DIR/<name>/manifest.yaml each. Nothing is written when anything is wrong.

      With --bosh, the instance groups of a BOSH manifest are built, too, or alone when no directory is named.
      """)

  enum Reorder: String, CaseIterable, ExpressibleByArgument {
    case legacy, none, unspecified
  }

  enum LoadRestrictor: String, CaseIterable, ExpressibleByArgument {
    case rootOnly = "LoadRestrictionsRootOnly"
    case none = "LoadRestrictionsNone"
  }

  @Argument(help: "Directories with a kustomization file; this one by default.", completion: .directory)
  var directories: [String] = []

  @Option(name: [.short, .long], help: "A file, a directory, or - for standard output.", completion: .file())
  var output: String = "-"

  @Option(help: "The order of the objects: legacy (by kind) or none (as read).")
  var reorder: Reorder = .unspecified

  @Option(help: "LoadRestrictionsNone allows files outside of a kustomization's directory.")
  var loadRestrictor: LoadRestrictor = .rootOnly

  @Flag(help: "Add the label app.kubernetes.io/managed-by to every object.")
  var enableManagedbyLabel = false

  @Flag(help: "Treat a patch that matches nothing as an error.")
  var strict = false

  @Flag(help: "Give kustomize's bytes even where they are a known defect of its.")
  var compat = false

  @Flag(help: "Tell what of the input was passed over, too.")
  var verbose = false

  @OptionGroup(title: "Helm and functions") var plugins: PluginFlags

  @OptionGroup(title: "BOSH manifests") var deployment: DeploymentFlags

  @OptionGroup var outputFlags: OutputFlags

  @OptionGroup var common: CommonFlags

  func run() throws {
    let directories = directories.isEmpty && deployment.bosh == nil ? ["."] : directories
    if directories.count > 1, deployment.bosh != nil || deployment.variables.varsStore != nil {
      throw ValidationError("--bosh and --vars-store are for the build of one directory")
    }
    var options = Build.Options()
    options.deployment = deployment.options
    options.isVerbose = verbose
    options.reorder = Build.Reorder(rawValue: reorder.rawValue)
    options.allowsOutsideFiles = loadRestrictor == .none
    options.addsManagedByLabel = enableManagedbyLabel
    options.isStrict = strict
    options.isCompatible = compat
    options.allowsRemote = common.allowRemote
    options.isInitialRollout = common.initialRollout
    options.plugins = plugins.plugins
    let targets = try Targets(directories, output: output, outputFlags.options)
    Self.build(directories, options, targets, common.diagnostics)
  }

  /// A build without flags, which needs no parser: most of a small build's time would be its.
  ///
  /// - Returns: when the arguments are anything else than `build DIR`.
  static func runWithoutFlags(_ arguments: ArraySlice<String>) {
    guard arguments.count == 2, arguments.first == "build", let directory = arguments.last,
      !directory.hasPrefix("-")
    else { return }
    build([directory], Build.Options(), .standardOutput, .text)
  }

  private static func build(
    _ directories: [String], _ options: Build.Options, _ targets: Targets, _ format: DiagnosticsFormat
  ) -> Never {
    let outcome = Build(options: options).run(directories)
    Console.show(outcome.messages, as: format)
    let code = outcome.messages.exitCode
    if code == 0 {
      Console.keep(outcome)
      targets.write(outcome, format)
    }
    Console.exit(code)
  }
}

/// Where the manifests of a build go.
enum Targets {
  case standardOutput
  case file(String)
  /// Below a directory, a directory of a name for each.
  case tree(OutputTree, names: [String])

  init(_ directories: [String], output: String, _ options: OutputTree.Options) throws {
    if output == "-" {
      self = .standardOutput
    } else if directories.count <= 1 && !output.hasSuffix("/") && !OutputFile.isDirectory(output) {
      self = .file(output)
    } else {
      let names = directories.isEmpty ? ["bosh"] : directories.map(OutputFile.name(ofDirectory:))
      for (index, name) in names.enumerated() {
        guard let other = names[..<index].firstIndex(of: name) else { continue }
        throw ValidationError(
          "\(directories[other]) and \(directories[index]) would both be written to \(output)/\(name)")
      }
      self = .tree(OutputTree(output, options: options), names: names)
    }
  }

  func write(_ outcome: Outcome, _ format: DiagnosticsFormat) {
    do throws(OutputFile.Failure) {
      switch self {
      case .standardOutput: Console.put(Manifest(joining: outcome.manifests))
      case .file(let path): try OutputFile.write(Manifest(joining: outcome.manifests), to: path)
      case .tree(let tree, let names):
        let result = tree.write(outcome, names: names)
        if format == .text || result.exitCode != 0 { Console.show(result.messages, as: format) }
        if result.exitCode != 0 { Console.exit(result.exitCode) }
      }
    } catch {
      Console.complain("error: \(error.path) can't be written: \(error.reason)")
      Console.exit(3)
    }
  }
}

extension OutputLayout: ExpressibleByArgument {}
extension OutputNaming: ExpressibleByArgument {}

/// How files below a directory are written.
struct OutputFlags: ParsableArguments {
  @Option(help: "Below a directory: all objects in one manifest.yaml (single), or each in a file (tree).")
  var layout: OutputLayout = .single

  @Option(help: "Names of the files of a tree: kind, or kustomize for those of kustomize build -o.")
  var naming: OutputNaming = .kind

  @Flag(help: "Replace files below the directory that somebody changed, or that zonal did not write.")
  var force = false

  @Flag(help: "Write a kustomization.yaml that lists the files, too.")
  var withKustomization = false

  var options: OutputTree.Options {
    var options = OutputTree.Options()
    options.layout = layout
    options.naming = naming
    options.isForced = force
    options.addsKustomization = withKustomization
    return options
  }
}
