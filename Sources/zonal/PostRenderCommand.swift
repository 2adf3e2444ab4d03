internal import ArgumentParser
internal import Pipeline

struct PostRenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post-render",
    abstract: "Renders a kustomization with manifests from standard input, as helm's post-renderer.",
    discussion: """
      What is read from standard input comes first among the resources of DIR: its patches, labels and the like change it, \
      and instance groups in it are expanded. Nothing is written but the manifests, to standard output.
      """)

  @Argument(help: "The directory with a kustomization file.", completion: .directory)
  var directory: String

  @Flag(help: "Look for what can't work, too, as zonal check does, and write nothing when there is any.")
  var check = false

  @OptionGroup var console: ConsoleFlags

  @OptionGroup var flags: BuildFlags

  func run() throws {
    var options = flags.options
    options.givenManifests = "-"
    options.isVerbose = console.verbose
    BuildCommand.build([directory], options, .standardOutput, checks: check, console.settings)
  }
}
