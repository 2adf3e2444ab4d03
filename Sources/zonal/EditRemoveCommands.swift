internal import ArgumentParser
internal import Pipeline

struct RemoveResourceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resource", abstract: "Removes files and directories to build from.")

  @Argument(help: "The entries, or patterns of them.")
  var paths: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.removePaths(.resource, paths), console) }
}

struct RemoveComponentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "component", abstract: "Removes components.")

  @Argument(help: "The entries, or patterns of them.")
  var paths: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.removePaths(.component, paths), console) }
}

struct RemoveGeneratorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generator", abstract: "Removes configurations of generators.")

  @Argument(help: "The entries, or patterns of them.")
  var paths: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.removePaths(.generator, paths), console) }
}

struct RemoveTransformerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transformer", abstract: "Removes configurations of transformers.")

  @Argument(help: "The entries, or patterns of them.")
  var paths: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.removePaths(.transformer, paths), console) }
}

struct RemoveLabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "label", abstract: "Removes common labels.")

  @Argument(help: ArgumentHelp("Their keys.", valueName: "key,…"))
  var keys: String

  @Flag(name: [.short, .long], help: "Pass over what is not there.")
  var ignoreNonExistence = false

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.removeMetadata(.label, keys, isLenient: ignoreNonExistence), console) }
}

struct RemoveAnnotationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotation", abstract: "Removes common annotations.")

  @Argument(help: ArgumentHelp("Their keys.", valueName: "key,…"))
  var keys: String

  @Flag(name: [.short, .long], help: "Pass over what is not there.")
  var ignoreNonExistence = false

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.removeMetadata(.annotation, keys, isLenient: ignoreNonExistence), console) }
}

struct RemovePatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patch", abstract: "Removes the patch that has just what is given.")

  @OptionGroup var flags: PatchFlags

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.removePatch(flags.patch), console) }
}

struct RemoveConfigMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "configmap", abstract: "Removes generated ConfigMaps.")

  @Argument(help: ArgumentHelp("Their names.", valueName: "name,…"))
  var names: String

  @Option(help: "Their namespace.")
  var namespace = ""

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.removeGenerated(.configmap, names, namespace: namespace), console) }
}

struct RemoveSecretCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secret", abstract: "Removes generated Secrets.")

  @Argument(help: ArgumentHelp("Their names.", valueName: "name,…"))
  var names: String

  @Option(help: "Their namespace.")
  var namespace = ""

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.removeGenerated(.secret, names, namespace: namespace), console) }
}

struct RemoveBuildMetadataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buildmetadata", abstract: "Removes from what a build notes about objects.")

  @Argument(
    help: ArgumentHelp("originAnnotations, transformerAnnotations, managedByLabel.", valueName: "option,…"))
  var options: String

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.removeBuildMetadata(options), console) }
}
