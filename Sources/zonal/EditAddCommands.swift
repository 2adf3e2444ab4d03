internal import ArgumentParser
internal import Pipeline

struct AddResourceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resource", abstract: "Adds files and directories to build from.")

  @Argument(help: "Files, directories, URLs, or patterns of files.", completion: .file())
  var paths: [String]

  @Flag(help: "Take each as it is, be there such a file or not.")
  var noVerify = false

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.addPaths(.resource, paths, isVerified: !noVerify), console) }
}

struct AddComponentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "component", abstract: "Adds components.")

  @Argument(help: "Directories, URLs, or patterns of directories.", completion: .directory)
  var paths: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.addPaths(.component, paths, isVerified: true), console) }
}

struct AddGeneratorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generator", abstract: "Adds configurations of generators.")

  @Argument(help: "Files, or patterns of files.", completion: .file())
  var paths: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.addPaths(.generator, paths, isVerified: true), console) }
}

struct AddTransformerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transformer", abstract: "Adds configurations of transformers.")

  @Argument(help: "Files, or patterns of files.", completion: .file())
  var paths: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.addPaths(.transformer, paths, isVerified: true), console) }
}

struct AddBaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "base", abstract: "Adds directories to build from.")

  @Argument(help: ArgumentHelp("Directories.", valueName: "directory,…"), completion: .directory)
  var paths: String

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.addBases(paths), console) }
}

struct AddBuildMetadataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buildmetadata", abstract: "Adds to what a build notes about objects.")

  @Argument(
    help: ArgumentHelp("originAnnotations, transformerAnnotations, managedByLabel.", valueName: "option,…"))
  var options: String

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.addBuildMetadata(options), console) }
}

struct AddLabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label", abstract: "Adds common labels that are not there yet.")

  @Argument(help: ArgumentHelp("The labels.", valueName: "key:value"))
  var labels: [String]

  @Flag(name: [.short, .long], help: "Give one that is there the new value.")
  var force = false

  @Flag(help: "Add them below labels, so that selectors stay as they are.")
  var withoutSelector = false

  @Flag(help: "Add them to the templates of pods, too; with --without-selector.")
  var includeTemplates = false

  @OptionGroup var console: ConsoleFlags

  func validate() throws {
    if includeTemplates, !withoutSelector {
      throw ValidationError("--include-templates needs --without-selector")
    }
  }

  func run() {
    var place = KustomizationEdit.LabelPlace()
    (place.withoutSelector, place.includesTemplates) = (withoutSelector, includeTemplates)
    Edit.make(.addMetadata(.label, labels, place, isForced: force), console)
  }
}

struct AddAnnotationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotation", abstract: "Adds common annotations that are not there yet.")

  @Argument(help: ArgumentHelp("The annotations.", valueName: "key:value"))
  var annotations: [String]

  @Flag(name: [.short, .long], help: "Give one that is there the new value.")
  var force = false

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.addMetadata(.annotation, annotations, .init(), isForced: force), console) }
}

struct AddPatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patch", abstract: "Adds a patch: a file or a text, for one object or several.")

  @OptionGroup var flags: PatchFlags

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.addPatch(flags.patch), console) }
}

/// An entry of `patches`.
struct PatchFlags: ParsableArguments {
  @Option(help: "The file of the patch.", completion: .file())
  var path = ""

  @Option(
    name: .customLong("patch"), parsing: .unconditional, help: "The patch as a text, instead of a file.")
  var patchText = ""

  @Option(help: "The API group of the objects that are patched.")
  var group = ""

  @Option(help: "The version of their API group.")
  var version = ""

  @Option(help: "Their kind.")
  var kind = ""

  @Option(help: "Their name.")
  var name = ""

  @Option(help: "Their namespace.")
  var namespace = ""

  @Option(help: "Labels that they have.")
  var labelSelector = ""

  @Option(help: "Annotations that they have.")
  var annotationSelector = ""

  var patch: KustomizationEdit.Patch {
    var entry = KustomizationEdit.Patch()
    (entry.path, entry.patch) = (path, patchText)
    entry.target = [
      ("group", group), ("version", version), ("kind", kind), ("name", name), ("namespace", namespace),
      ("labelSelector", labelSelector), ("annotationSelector", annotationSelector),
    ]
    return entry
  }
}

struct AddConfigMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "configmap", abstract: "Adds a generated ConfigMap, or sources to one.")

  @OptionGroup var flags: AddGeneratedFlags

  @Option(help: "What becomes of one of a base: create, merge or replace.")
  var behavior = ""

  @OptionGroup var console: ConsoleFlags

  func run() {
    var object = flags.object(.configmap)
    object.behavior = behavior
    Edit.make(.addGenerated(object), console)
  }
}

struct AddSecretCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secret", abstract: "Adds a generated Secret, or sources to one.")

  @OptionGroup var flags: AddGeneratedFlags

  @Option(help: "The type of a new one, such as kubernetes.io/tls.")
  var type = "Opaque"

  @OptionGroup var console: ConsoleFlags

  func run() {
    var object = flags.object(.secret)
    object.type = type
    Edit.make(.addGenerated(object), console)
  }
}

struct AddGeneratedFlags: ParsableArguments {
  @Argument(help: "The name of the object.")
  var name: String

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A key and its value. Repeatable.", valueName: "key=value"))
  var fromLiteral: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file, or a pattern of files; its name is the key unless one is given. Repeatable.",
      valueName: "[key=]file"),
    completion: .file())
  var fromFile: [String] = []

  @Option(help: "A file with a line KEY=VALUE for each key.", completion: .file())
  var fromEnvFile = ""

  @Option(help: "Its namespace.")
  var namespace = ""

  @Flag(name: .customLong("disableNameSuffixHash"), help: "Leave its name without a hash.")
  var disablesHash = false

  func object(_ kind: KustomizationEdit.GeneratedObject.Kind) -> KustomizationEdit.GeneratedObject {
    var object = KustomizationEdit.GeneratedObject(kind, name: name)
    (object.literals, object.envFile, object.namespace) = (fromLiteral, fromEnvFile, namespace)
    object.files = fromFile.flatMap { $0.split(separator: ",").map(String.init) }
    object.disablesHash = disablesHash
    return object
  }
}
