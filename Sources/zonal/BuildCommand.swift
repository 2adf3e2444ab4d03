public import ArgumentParser
public import Pipeline

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Renders kustomization directories into manifests.",
    discussion: """
      One directory goes to standard output or into FILE. Several, or one with a directory as --output, go into \
      DIR/<name>/manifest.yaml each. Without any, this directory is rendered, or those in overlays/ when it has no \
      kustomization file. Nothing is written when anything is wrong.

      With --bosh, the instance groups of a BOSH manifest are built, too, or alone when no directory is named.
      """)

  @Argument(
    help: "Directories with a kustomization file; by default this one, or those in overlays/.",
    completion: .directory)
  var directories: [String] = []

  @Option(name: [.short, .long], help: "A file, a directory, or - for standard output.", completion: .file())
  var output: String = "-"

  @OptionGroup var outputFlags: OutputFlags

  @Flag(help: "Write behind every line where it comes from, as a comment: file, line and column.")
  var annotateSources = false

  @Flag(help: "Look for what can't work, too, as zonal check does, and write nothing when there is any.")
  var check = false

  @OptionGroup var console: ConsoleFlags

  @OptionGroup var flags: BuildFlags

  @OptionGroup var deployment: DeploymentFlags

  func run() throws {
    let directories = directories.isEmpty && deployment.bosh == nil ? Build.directories : directories
    if directories.count > 1, deployment.bosh != nil || deployment.variables.varsStore != nil {
      throw ValidationError("--bosh and --vars-store are for the build of one directory")
    }
    var options = flags.options
    options.deployment = deployment.options
    options.isVerbose = console.verbose
    options.annotatesSources = annotateSources
    var outputOptions = outputFlags.options
    outputOptions.isOfManifest = deployment.bosh != nil
    let targets = try Targets(directories, output: output, outputOptions)
    if annotateSources, case .tree = targets {
      throw ValidationError("--annotate-sources is for people who read: name a file as --output, or none")
    }
    Self.build(directories, options, targets, checks: check, console.settings)
  }

  /// - Parameter checks: whether to look for what can't work, too, and to write nothing when there is any.
  static func build(
    _ directories: [String], _ options: Build.Options, _ targets: Targets, checks: Bool,
    _ console: Console.Settings
  ) -> Never {
    var outcome = ProgressBar.show(console) { Build(options: options, progress: $0).run(directories) }
    if outcome.messages.exitCode != 0 { end(outcome.messages, outcome.messages.exitCode, console) }
    if checks {
      let check = Check(of: &outcome, directories)
      if check.exitCode != 0 { end(check.messages, check.exitCode, console) }
    }
    Console.keep(outcome)
    let written = targets.write(outcome, console)
    end(written?.messages ?? outcome.messages, written?.exitCode ?? 0, console)
  }

  private static func end(_ messages: Messages, _ code: Int32, _ console: Console.Settings) -> Never {
    Console.show(messages, console)
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
      if names.contains("/") {
        throw ValidationError("/ has no name, which a directory below \(output) needs")
      }
      for (index, name) in names.enumerated() {
        guard let other = names[..<index].firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) else {
          continue
        }
        throw ValidationError(
          "\(directories[other]) and \(directories[index]) would both be written to \(output)/\(name)")
      }
      self = .tree(OutputTree(output, options: options), names: names)
    }
  }

  /// - Returns: what there is to say of a tree, after what the outcome says.
  func write(_ outcome: Outcome, _ console: Console.Settings) -> OutputTree.Result? {
    do throws(OutputFile.Failure) {
      switch self {
      case .standardOutput: Console.put(Manifest(joining: outcome.manifests))
      case .file(let path): try OutputFile.write(Manifest(joining: outcome.manifests), to: path)
      case .tree(let tree, let names):
        return ProgressBar.show(console) { tree.write(outcome, names: names, progress: $0) }
      }
      return nil
    } catch {
      Console.fail(error.messages)
    }
  }
}

extension OutputLayout: ExpressibleByArgument {}
extension OutputNaming: ExpressibleByArgument {}

/// How files below a directory are written. A directory that was written before stays in its form.
struct OutputFlags: ParsableArguments {
  @Option(
    help:
      "Below a directory: all objects in one manifest.yaml (single, the default), each in a file (tree), or those of each zone in a directory (zones)."
  )
  var layout: OutputLayout?

  @Option(
    help: "Names of the files of a tree: kind (the default), or kustomize for those of kustomize build -o.")
  var naming: OutputNaming?

  @Flag(inversion: .prefixedNo, help: "Write a kustomization.yaml that lists the files, too.")
  var withKustomization: Bool?

  @Flag(help: "Replace files below the directory that somebody changed, or that zonal did not write.")
  var force = false

  @Flag(help: "Exit with 1 when a file below the directory was written or removed, and say where.")
  var exitCode = false

  var options: OutputTree.Options {
    var options = OutputTree.Options()
    options.layout = layout
    options.naming = naming
    options.addsKustomization = withKustomization
    options.isForced = force
    options.tellsChanges = exitCode
    return options
  }
}
