internal import ArgumentParser
internal import Pipeline

struct SetImageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "image", abstract: "Sets names, tags and digests of images.",
    discussion: """
      IMAGE is NAME:TAG, NAME@DIGEST, NAME:TAG@DIGEST, NAME=NEWNAME, or NAME=NEWNAME with a tag and a digest. An entry for \
      the name gets just these; * for the new name, the tag or the digest keeps the one that it has.
      """)

  @Argument(help: ArgumentHelp("The images.", valueName: "image"))
  var images: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setImages(images), console) }
}

struct SetReplicasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replicas", abstract: "Sets how many replicas workloads have.")

  @Argument(help: ArgumentHelp("The workloads and their numbers.", valueName: "name=count"))
  var replicas: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setReplicas(replicas), console) }
}

struct SetInstancesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instances", abstract: "Sets how many instances instance groups have.",
    discussion: """
      The number is changed where it is written: in the file of the group, when that is among the resources here, or in an entry \
      of replicas. For a group of a base one is added; for one zone of it, a patch.
      """)

  @Argument(help: ArgumentHelp("The groups and their numbers.", valueName: "group=count"))
  var instances: [String]

  @Option(help: "The zone whose number is set, in zoneOverrides.")
  var zone: String?

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setInstances(instances, zone: zone), console) }
}

struct SetNamespaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "namespace", abstract: "Sets the namespace; an empty one removes the field.")

  @Argument(help: "The namespace.")
  var namespace: String

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setText(.namespace, namespace), console) }
}

struct SetNamePrefixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nameprefix", abstract: "Sets what names begin with; nothing removes the field.")

  @Argument(help: "The prefix; behind -- where it begins with a hyphen.")
  var prefix: String

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setText(.namePrefix, prefix), console) }
}

struct SetNameSuffixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "namesuffix", abstract: "Sets what names end with; nothing removes the field.")

  @Argument(help: "The suffix; behind -- where it begins with a hyphen.")
  var suffix: String

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setText(.nameSuffix, suffix), console) }
}

struct SetLabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "label", abstract: "Sets common labels.")

  @Argument(help: ArgumentHelp("The labels.", valueName: "key:value"))
  var labels: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setMetadata(.label, labels), console) }
}

struct SetAnnotationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotation", abstract: "Sets common annotations.")

  @Argument(help: ArgumentHelp("The annotations.", valueName: "key:value"))
  var annotations: [String]

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setMetadata(.annotation, annotations), console) }
}

struct SetConfigMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "configmap", abstract: "Changes literals or the namespace of a generated ConfigMap.")

  @OptionGroup var flags: SetGeneratedFlags

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setGenerated(flags.object(.configmap)), console) }
}

struct SetSecretCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secret", abstract: "Changes literals or the namespace of a generated Secret.")

  @OptionGroup var flags: SetGeneratedFlags

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setGenerated(flags.object(.secret)), console) }
}

struct SetGeneratedFlags: ParsableArguments {
  @Argument(help: "The name of the object.")
  var name: String

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A literal that is there, with its new value. Repeatable.", valueName: "key=value"))
  var fromLiteral: [String] = []

  @Option(help: "The namespace that it has.")
  var namespace = ""

  @Option(help: "The namespace that it gets.")
  var newNamespace = ""

  func object(_ kind: KustomizationEdit.GeneratedObject.Kind) -> KustomizationEdit.GeneratedObject {
    var object = KustomizationEdit.GeneratedObject(kind, name: name)
    (object.literals, object.namespace, object.newNamespace) = (fromLiteral, namespace, newNamespace)
    return object
  }
}

struct SetBuildMetadataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buildmetadata",
    abstract: "Sets what a build notes about objects, in place of what is there.")

  @Argument(
    help: ArgumentHelp("originAnnotations, transformerAnnotations, managedByLabel.", valueName: "option,…"))
  var options: String

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.setBuildMetadata(options), console) }
}
