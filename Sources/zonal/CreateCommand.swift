internal import ArgumentParser
internal import Pipeline

struct CreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Makes a kustomization file in this directory.",
    discussion: """
      --autodetect lists the files here that hold nothing but objects of Kubernetes; with --recursive those in directories \
      below, too, and the directories that have a kustomization file. Hidden files and empty ones are left out.
      """,
    aliases: ["init"])

  @Option(
    help: ArgumentHelp("Files and directories to build from.", valueName: "path,…"), completion: .file())
  var resources = ""

  @Option(help: "The namespace.")
  var namespace = ""

  @Option(help: ArgumentHelp("Common annotations.", valueName: "key:value,…"))
  var annotations = ""

  @Option(help: ArgumentHelp("Common labels.", valueName: "key:value,…"))
  var labels = ""

  @Option(name: .customLong("nameprefix"), parsing: .unconditional, help: "What names begin with.")
  var namePrefix = ""

  @Option(name: .customLong("namesuffix"), parsing: .unconditional, help: "What names end with.")
  var nameSuffix = ""

  @Flag(help: "List the files here that hold objects.")
  var autodetect = false

  @Flag(help: "Look in directories below, too.")
  var recursive = false

  @OptionGroup var console: ConsoleFlags

  func run() {
    var creation = KustomizationCreation()
    creation.resources = split(resources)
    creation.namespace = namespace
    (creation.annotations, creation.labels) = (split(annotations), split(labels))
    (creation.namePrefix, creation.nameSuffix) = (namePrefix, nameSuffix)
    (creation.detects, creation.isRecursive) = (autodetect, recursive)
    Edit.finish(creation.run(), console)
  }

  private func split(_ words: String) -> [String] { words.split(separator: ",").map(String.init) }
}
