internal import ArgumentParser
internal import Pipeline

struct InterpolateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interpolate",
    abstract: "Applies ops files to a BOSH manifest and puts in the values of its variables.",
    discussion: """
      Takes the flags of "bosh interpolate" and writes the same bytes. Values for a variable given in several ways: \
      -v wins over --var-file, that over -l, that over --vars-env, and all of them over --vars-store.
      """)

  @Argument(help: "The manifest, or - for standard input.", completion: .file())
  var manifest: String

  @Option(
    name: [.customShort("o"), .long], parsing: .singleValue, help: "Operations to apply, in the order given.",
    completion: .file())
  var opsFile: [String] = []

  @OptionGroup var variables: VariableFlags

  @Option(help: "The part of the manifest to show, such as /instance_groups/name=api.")
  var path: String?

  @Flag(help: "Fail when a variable has no value.")
  var varErrs = false

  @Flag(help: "Fail when nothing uses a value.")
  var varErrsUnused = false

  @OptionGroup var input: InputFlags

  @OptionGroup var growth: GrowthFlags

  @OptionGroup var console: ConsoleFlags

  func run() throws {
    var options = ManifestInterpolation.Options(manifest: manifest)
    options.opsFiles = opsFile
    variables.apply(to: &options)
    options.path = path
    options.requiresValues = varErrs
    options.requiresUse = varErrsUnused
    options.maxFileSize = input.limit
    options.maxGrowth = growth.limit
    Self.interpolate(options, console.settings)
  }

  /// An interpolation with the usual flags, which needs no parser: on a large manifest it would take a fifth of the time.
  ///
  /// - Returns: when the arguments hold anything else, or are wrong.
  static func runWithUsualFlags(_ arguments: ArraySlice<String>) {
    guard arguments.first == "interpolate" else { return }
    var options = ManifestInterpolation.Options(manifest: "")
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") else {
        guard options.manifest.isEmpty else { return }
        options.manifest = argument
        continue
      }
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return }
      switch argument {
      case "-o": options.opsFiles.append(value)
      case "-v": options.variables.append(value)
      case "-l": options.variablesFiles.append(value)
      default: return
      }
    }
    if !options.manifest.isEmpty { interpolate(options, Console.Settings()) }
  }

  private static func interpolate(
    _ options: ManifestInterpolation.Options, _ console: Console.Settings
  ) -> Never {
    let outcome = ManifestInterpolation(options: options).run()
    Console.show(outcome.messages, console)
    let code = outcome.messages.exitCode
    if code == 0 {
      do throws(OutputFile.Failure) {
        try outcome.writeStore()
      } catch {
        Console.fail(error.messages)
      }
      Console.put(outcome.manifest)
    }
    Console.exit(code)
  }
}
