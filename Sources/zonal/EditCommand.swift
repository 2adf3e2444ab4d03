internal import ArgumentParser
internal import Pipeline

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Changes the kustomization file of this directory, and nothing of it that need not change.",
    discussion: """
      Takes what kustomize's "edit" takes. Comments, order, quotes and empty lines stay. When a change can't be made in the \
      text, the file stays as it is.
      """,
    subcommands: [EditSetCommand.self, EditAddCommand.self, EditRemoveCommand.self, EditFixCommand.self])
}

struct EditSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Sets fields of the kustomization file, whether they are there or not.",
    subcommands: [
      SetImageCommand.self, SetReplicasCommand.self, SetInstancesCommand.self, SetNamespaceCommand.self,
      SetNamePrefixCommand.self, SetNameSuffixCommand.self, SetLabelCommand.self, SetAnnotationCommand.self,
      SetConfigMapCommand.self, SetSecretCommand.self, SetBuildMetadataCommand.self,
    ])
}

struct EditAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds entries to the kustomization file that are not there yet.",
    subcommands: [
      AddResourceCommand.self, AddPatchCommand.self, AddConfigMapCommand.self, AddSecretCommand.self,
      AddComponentCommand.self, AddLabelCommand.self, AddAnnotationCommand.self, AddBaseCommand.self,
      AddBuildMetadataCommand.self, AddGeneratorCommand.self, AddTransformerCommand.self,
    ])
}

struct EditRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Removes entries from the kustomization file, and fields that would be empty then.",
    subcommands: [
      RemoveResourceCommand.self, RemovePatchCommand.self, RemoveConfigMapCommand.self,
      RemoveSecretCommand.self,
      RemoveComponentCommand.self, RemoveLabelCommand.self, RemoveAnnotationCommand.self,
      RemoveBuildMetadataCommand.self, RemoveGeneratorCommand.self, RemoveTransformerCommand.self,
    ])
}

struct EditFixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Moves what is in deprecated fields to those that took their place.",
    discussion: """
      bases become resources, imageTags images, commonLabels labels, patchesStrategicMerge and patchesJson6902 patches, \
      helmChartInflationGenerator helmCharts, and env of a generator one of its envs. apiVersion and kind are added. vars stay.
      """)

  @OptionGroup var console: ConsoleFlags

  func run() { Edit.make(.fix, console) }
}

/// Runs what the commands below `edit` ask for.
enum Edit {
  static func make(_ request: KustomizationEdit.Request, _ console: ConsoleFlags) -> Never {
    finish(KustomizationEdit().run(request), console)
  }

  static func finish(_ outcome: KustomizationEdit.Outcome, _ console: ConsoleFlags) -> Never {
    Console.show(outcome.messages, console.settings)
    let code = outcome.messages.exitCode
    if code == 0 {
      do throws(OutputFile.Failure) {
        try outcome.write()
      } catch {
        Console.fail(error.messages)
      }
    }
    Console.exit(code)
  }
}
